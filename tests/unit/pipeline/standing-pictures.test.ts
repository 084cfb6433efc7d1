import { describe, expect, it } from 'vitest';
import { StandingPictures } from '../../../src/pipeline/standing-pictures';

/** Pictures named after their times, offered ten times a second. */
function offered(untilS: number): { pictures: StandingPictures<number>; cut: number[] } {
  const pictures = new StandingPictures<number>();
  const cut: number[] = [];
  for (let i = 0; i <= untilS * 10; i++)
    pictures.keep(i / 10, () => {
      cut.push(i / 10);
      return i / 10;
    });
  return { pictures, cut };
}

describe('pictures of somebody standing', () => {
  it('a few a second are cut', () => {
    expect(offered(2).cut).toHaveLength(11);
  });

  it('the one in the middle of the standing is given out, once', () => {
    const { pictures } = offered(3);
    expect(pictures.take({ fromS: 1, toS: 2 })).toBeCloseTo(1.6, 1);
    expect(pictures.take({ fromS: 1, toS: 2 })).toBeNull();
  });

  it('a standing of 0.3 s has one', () => {
    for (let fromS = 0; fromS < 2; fromS += 0.1)
      expect(offered(3).pictures.take({ fromS, toS: fromS + 0.3 })).not.toBeNull();
  });

  it('old ones go', () => {
    const { pictures } = offered(60);
    expect(pictures.take({ fromS: 0, toS: 55 })).toBeNull();
  });
});
