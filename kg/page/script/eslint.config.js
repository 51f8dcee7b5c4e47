// What eslint holds the page's script to; run by tests/page/test_script.py.

const BROWSER = 'document location history navigator matchMedia getComputedStyle addEventListener globalThis URL URLSearchParams Blob DecompressionStream DOMPoint Image Response Uint8Array atob XMLSerializer CSS setTimeout clearTimeout setInterval clearInterval';
const SURE = 'no-undef no-unused-vars no-dupe-keys no-dupe-else-if no-duplicate-case no-fallthrough no-unreachable no-unsafe-finally no-self-assign no-self-compare no-redeclare no-cond-assign no-constant-condition no-empty no-const-assign no-import-assign no-loss-of-precision no-template-curly-in-string use-isnan valid-typeof array-callback-return constructor-super getter-return no-var prefer-const eqeqeq no-eval no-implied-eval no-new-func no-shadow no-param-reassign no-throw-literal no-return-assign';
const AS_HTML = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'write'];

export default [
  {
    files: ['**/*.js'],
    languageOptions: { ecmaVersion: 2022, sourceType: 'module', globals: Object.fromEntries(BROWSER.split(' ').map((name) => [name, 'readonly'])) },
    rules: {
      ...Object.fromEntries(SURE.split(' ').map((rule) => [rule, 'error'])),
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', 60],
      complexity: ['error', 20],
      'no-restricted-properties': ['error', ...AS_HTML.map((property) => ({ property, message: 'Text is text: build elements with dom.js.' }))],
    },
  },
];
