import svelte from 'eslint-plugin-svelte';
import tseslint from 'typescript-eslint';

const PROJECTS = [
  './tsconfig.json',
  './tsconfig.worker.json',
  './tsconfig.node.json',
  './src/core/tsconfig.json',
];

export default tseslint.config(
  {
    ignores: ['.*/', 'dist/', 'dist-cli/', 'coverage/', 'node_modules/', 'public/', '.liftcheck/'],
  },
  ...tseslint.configs.strictTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        project: PROJECTS,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-console': 'error',
      'no-empty': 'error',
      eqeqeq: ['error', 'smart'],
      // Numbers are written into words everywhere here; the type says that they are numbers.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Under noUncheckedIndexedAccess, `!` is how code over series says that an index is in range.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-extraneous-class': ['error', { allowConstructorOnly: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      // The content security policy allows no style attributes.
      'svelte/no-inline-styles': ['error', { allowTransitions: true }],
      // Components are checked by svelte-check, which knows the types of their props.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // Programs talk to the person through the console.
    files: [
      'bin/**',
      'bench/**',
      'scripts/**',
      'training/**',
      'src/cli/**',
      'tests/**',
      '*.config.*',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    // Plain JavaScript is checked by tsc (checkJs); what JSON.parse gives stays untyped there.
    files: ['**/*.mjs', '**/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
