/** The lint rules, each with its reason where a reader would ask for one. Import directions are in test/lint/rooms.js. */
import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import { functionLength } from './test/lint/function-length.js';
import { oneWayThrough } from './test/lint/rooms.js';

const injected = 'Clock, chance, timers, storage and network are injected (src/client/environment.ts), so that a simulation can own them.';

const injectedGlobals = [
  'fetch',
  'XMLHttpRequest',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'crypto',
  'performance',
  'setTimeout',
  'setInterval',
  'requestIdleCallback',
].map((name) => ({ name, message: injected }));

const injectedProperties = [
  ...injectedGlobals.flatMap(({ name }) => [
    { object: 'globalThis', property: name, message: injected },
    { object: 'window', property: name, message: injected },
  ]),
  { object: 'Date', property: 'now', message: injected },
  { object: 'Math', property: 'random', message: injected },
  { object: 'navigator', property: 'locks', message: injected },
  { object: 'navigator', property: 'sendBeacon', message: injected },
];

const houseSyntax = [
  { selector: 'TSEnumDeclaration', message: 'An `as const` object and a union say the same without code of TypeScript’s own.' },
  { selector: 'TSParameterProperty', message: 'A field that is written down can be found; one made by a parameter is easily missed.' },
  { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'A file is the namespace.' },
  {
    selector: 'MemberExpression[object.name="z"][property.name=/^(minLength|maxLength|length|minSize|maxSize|size)$/]',
    message: 'It throws at an object with a length of its own: `atLeast` and `atMost` (src/api/lengths.ts).',
  },
  {
    selector: ':matches(PropertyDefinition, MethodDefinition[kind!="constructor"])[accessibility="private"][decorators.length=0]',
    message: '`#private` is private at run time too; `private` stays for decorated fields, which can’t be.',
  },
];

const clockSyntax = { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: injected };

const unsafeTemplates = {
  selector: 'ImportDeclaration[source.value=/unsafe-(html|svg|mathml|static)|style-map|static-html/]',
  message: 'Endpoint text is shown as text; a strict style policy blocks style attributes on first render.',
};

const focusedTests = [
  {
    selector: 'MemberExpression[object.name=/^(describe|it|test|suite|context)$/][property.name=/^(only|skip|todo|skipIf|runIf)$/]',
    message: 'A test that isn’t run proves nothing, and one that runs alone hides the rest.',
  },
  { selector: 'CallExpression[callee.name=/^x(describe|it|test|context)$/]', message: 'A test that isn’t run proves nothing.' },
];

export default defineConfig(
  // Pages of frameworks, and types for them, are checked where the frameworks are installed: npm run test:frameworks.
  { ignores: ['dist/', 'coverage/', '.data/', '.cache/', 'node_modules/', 'demo/frameworks/', 'src/frameworks/*.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [eslint.configs.recommended],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', Buffer: 'readonly', URL: 'readonly', URLSearchParams: 'readonly' },
    },
  },
  {
    files: ['**/*.ts'],
    extends: [eslint.configs.recommended, tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { house: { rules: { 'one-way-through': oneWayThrough, 'function-length': functionLength } } },
    rules: {
      'house/one-way-through': 'error',
      'house/function-length': ['error', 45],
      'max-lines': ['error', { max: 250 }],
      // A switch counts once: exhaustive ones over a closed vocabulary are how cases are told apart here.
      complexity: ['error', { max: 15, variant: 'modified' }],
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', ...houseSyntax],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // An interface beside a class of its name merges with it: that is how typed events get their overloads.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A number in a text reads as meant; objects and undefined still don't pass.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true, ignoreVoidReturningFunctions: true },
      ],
      // Prettier and the house decide these by reading, not by a rule.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/prefer-regexp-exec': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [lit.configs['flat/all'], wc.configs['flat/best-practice'], litA11y.configs.recommended],
    rules: {
      'no-restricted-globals': ['error', ...injectedGlobals],
      'no-restricted-properties': ['error', ...injectedProperties],
      'no-restricted-syntax': ['error', ...houseSyntax, clockSyntax, unsafeTemplates],
      'no-console': ['error', {}],
      // A handler made in the template is one line beside its button; nothing of ours re-renders often enough to notice.
      'lit/no-template-arrow': 'off',
      'lit/no-template-map': 'off',
      // Bindings that a private state feeds are written in the class itself.
      'lit/no-native-attributes': 'off',
      // Fields are assigned here, not defined (`useDefineForClassFields`): they go through Lit's accessors.
      'lit/no-classfield-shadowing': 'off',
      'wc/guard-super-call': 'off',
    },
  },
  {
    // The places where the outside world comes in: the element's, and the kit's.
    files: ['src/client/environment.ts', 'src/conformance/outside.ts'],
    rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' },
  },
  {
    // Speaks to the integrator when two versions meet; the element itself says nothing to the console.
    files: ['src/define.ts'],
    rules: { 'no-console': ['error', { allow: ['warn'] }] },
  },
  {
    // Tables of words and forms are long by nature.
    files: ['src/locales/*.ts', 'src/api/*.ts'],
    rules: { 'max-lines': 'off', 'house/function-length': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...houseSyntax, ...focusedTests],
      // A describe holds tables and builders beside its cases, and a table is read row by row.
      'house/function-length': ['error', 120],
      // Chai's assertions are expressions: `expect(x).to.be.true`. A plugin types `equal` as a promise, which it is for DOM snapshots only.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: 'Equal', package: 'chai' }] },
      ],
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
);
