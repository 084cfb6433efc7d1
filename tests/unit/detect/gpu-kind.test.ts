import { expect, test } from 'vitest';
import { isSoftwareName } from '../../../src/detect/gpu-kind';

test.each([
  [
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
    true,
  ],
  ['llvmpipe (LLVM 15.0.6, 256 bits)', true],
  ['ANGLE (Microsoft, Microsoft Basic Render Driver (0x0000008C) Direct3D11)', true],
  ['google swiftshader', true],
  ['Mozilla softpipe', true],
  ['ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)', false],
  ['ANGLE (Apple, ANGLE Metal Renderer: Apple M2, Unspecified Version)', false],
  ['nvidia ampere', false],
  ['Adreno (TM) 650', false],
])('%s', (name, software) => expect(isSoftwareName(name)).toBe(software));
