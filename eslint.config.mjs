import js from '@eslint/js';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/**
 * The layers of server/src, innermost first. A layer may import itself and the layers listed for it, nothing else:
 * text -> model -> {syntax, catalogue} -> index -> {features, findings}; {text, model, syntax} -> word -> files -> {protocol, cli} -> main.
 */
const layers = {
  text: [],
  model: ['text'],
  syntax: ['text', 'model'],
  catalogue: ['text', 'model'],
  index: ['text', 'model', 'syntax', 'catalogue'],
  features: ['text', 'model', 'syntax', 'catalogue', 'index'],
  findings: ['text', 'model', 'syntax', 'catalogue', 'index', 'features'],
  word: ['text', 'model', 'syntax'],
  files: ['text', 'model', 'catalogue', 'index', 'word'],
  protocol: ['text', 'model', 'catalogue', 'index', 'features', 'findings', 'word', 'files'],
  cli: ['text', 'model', 'catalogue', 'index', 'features', 'findings', 'word', 'files'],
};
/** Only these layers read files or speak to a client; everything inside them is pure. */
const outer = ['protocol', 'cli', 'files'];

const layerRules = Object.entries(layers).map(([layer, allowed]) => {
  const forbidden = Object.keys(layers).filter((other) => other !== layer && !allowed.includes(other));
  const patterns = [
    { group: forbidden.flatMap((name) => [`**/${name}/*`]), message: `${layer} must not import this layer.` },
    { group: ['**/client/**'], message: 'The server never imports the client.' },
  ];
  if (!outer.includes(layer)) {
    patterns.push({ group: ['node:*', 'fs', 'path'], message: `${layer} does no input or output.` });
  }
  if (layer !== 'protocol') {
    patterns.push({
      group: ['vscode-languageserver*'],
      message: 'Only protocol knows the Language Server Protocol.',
    });
  }
  return {
    files: [`server/src/${layer}/**/*.ts`],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
});

export default tseslint.config(
  { ignores: ['out/', 'dist/', 'node_modules/', 'test-output/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-console': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  ...layerRules,
  {
    files: ['client/src/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ group: ['**/server/**'], message: 'The client never imports the server.' }] },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off', 'no-console': 'off' },
  },
  { files: ['**/*.mjs'], languageOptions: { globals: globals.node } },
);
