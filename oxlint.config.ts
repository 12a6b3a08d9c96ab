/**
 * What the linter stops at. Import rules are by folder: ui → store → model ← sync-server, nothing imports tests.
 * `tests/guards/import-rules.test.ts` proves that each of them complains.
 */
import { type OxlintConfig, defineConfig } from "oxlint";

type Rules = NonNullable<OxlintConfig["rules"]>;
type Ban = { readonly message: string } & ({ readonly regex: string } | { readonly group: string[] });

const upwards: Ban = {
  regex: String.raw`^\.\.(/|$)`,
  message: "Name the folder: #model/…, #store/…, #ui/…, #server/….",
};
const tests: Ban = { regex: "^#tests/", message: "Nothing that ships imports tests." };
const yjs: Ban = {
  regex: "^(yjs|lib0|y-.+)(/|$)",
  message: "Only the record knows Yjs: src/model/record/.",
};
const rxdb: Ban = { regex: "^(rxdb|dexie)(/|$)", message: "Only src/store knows RxDB and Dexie." };
const react: Ban = {
  regex: "^(react|zustand|lucide-react|@tanstack/react-)",
  message: "Only src/ui knows React.",
};
const fastify: Ban = {
  regex: "^(fastify|@fastify|kysely)(/|$)",
  message: "Only sync-server knows its web server and database.",
};
const node: Ban = { regex: "^node:", message: "This also runs in a browser." };
const beyondKit: Ban = {
  group: ["[#]model/**", "[#]store/**", "[#]ui/**", "![#]ui/kit/**"],
  message: "The kit knows no domain word: pass it what to show.",
};
const layers = (names: string): Ban => ({
  regex: `^#(${names})/`,
  message: "Imports go ui → store → model ← sync-server.",
});

const model = [upwards, layers("store|ui|server"), rxdb, react, fastify, node];
const store = [upwards, layers("ui|server"), yjs, react, fastify];
const ui = [upwards, layers("server"), yjs, rxdb, fastify];
const kit = [...ui, beyondKit];
const syncServer = [upwards, layers("store|ui"), yjs, rxdb, react];

const noImports = (...patterns: Ban[]): Rules => ({
  "eslint/no-restricted-imports": ["error", { patterns }],
});

const byStore = "Only src/store reaches the network and the device's storage.";
const networkAndStorage = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "indexedDB"];
const networkAndStorageOf = (object: string) =>
  networkAndStorage.map((property) => ({ object, property, message: byStore }));
const reachesOut = [
  ...["window", "globalThis", "self"].flatMap(networkAndStorageOf),
  { object: "navigator", property: "sendBeacon", message: byStore },
];
const impure = [
  { object: "Date", property: "now", message: "Time comes in through the door: take it as a parameter." },
  { object: "Math", property: "random", message: "Take the source of randomness as a parameter." },
];

const mayReachOut: Rules = {
  "eslint/no-restricted-globals": "off",
  "eslint/no-restricted-properties": "off",
};
const untyped: Rules = {
  "typescript/no-unsafe-argument": "off",
  "typescript/no-unsafe-assignment": "off",
  "typescript/no-unsafe-call": "off",
  "typescript/no-unsafe-member-access": "off",
  "typescript/no-unsafe-return": "off",
};
const functionLines = (max: number): Rules => ({
  "eslint/max-lines-per-function": ["error", { max, skipBlankLines: true, skipComments: true }],
});

export default defineConfig({
  plugins: [
    "eslint",
    "typescript",
    "unicorn",
    "oxc",
    "import",
    "react",
    "jsx-a11y",
    "promise",
    "node",
    "vitest",
  ],
  categories: { correctness: "error", suspicious: "error", perf: "error" },
  options: { typeAware: true, reportUnusedDisableDirectives: "error" },
  ignorePatterns: ["dist/**", "node_modules/**"],
  rules: {
    // Of the three categories, what fights this code base and catches nothing in it.
    "eslint/no-await-in-loop": "off",
    "oxc/no-map-spread": "off",
    "promise/always-return": "off",
    "react/react-in-jsx-scope": "off",
    // About the React Compiler, which does not run here.
    "react/incompatible-library": "off",
    "typescript/consistent-return": "off",
    "typescript/no-unsafe-type-assertion": "off",
    "unicorn/consistent-function-scoping": "off",
    "unicorn/require-post-message-target-origin": "off",
    "import/no-unassigned-import": ["error", { allow: ["**/*.css"] }],

    ...functionLines(60),
    "eslint/max-lines": ["error", { max: 350, skipBlankLines: true, skipComments: true }],
    "eslint/max-params": ["error", { max: 4 }],
    "eslint/max-depth": ["error", { max: 3 }],
    "unicorn/filename-case": ["error", { cases: { kebabCase: true, pascalCase: true } }],

    ...noImports(upwards, tests, yjs),
    "eslint/no-restricted-globals": [
      "error",
      ...networkAndStorage.map((name) => ({ name, message: byStore })),
    ],
    "eslint/no-restricted-properties": ["error", ...reachesOut],
    "node/no-process-env": "error",
    "import/no-cycle": "error",
    "import/no-default-export": "error",
    "import/no-mutable-exports": "error",
    "oxc/no-barrel-file": ["error", { threshold: 0 }],

    "eslint/eqeqeq": "error",
    "eslint/no-alert": "error",
    "eslint/no-console": "error",
    "eslint/no-else-return": "error",
    "eslint/no-empty": "error",
    "eslint/no-lonely-if": "error",
    "eslint/no-param-reassign": "error",
    "eslint/no-sequences": "error",
    // The build writes the list of the app's files in this place.
    "eslint/no-underscore-dangle": ["error", { allow: ["__WB_MANIFEST"] }],
    "eslint/no-useless-return": "error",
    "eslint/no-var": "error",
    "eslint/no-warning-comments": [
      "error",
      { terms: ["todo", "fixme", "xxx", "hack"], location: "anywhere" },
    ],
    "eslint/object-shorthand": "error",
    "eslint/prefer-const": "error",
    "eslint/prefer-template": "error",
    "import/first": "error",
    "import/no-duplicates": "error",
    "react/button-has-type": "error",
    "react/no-danger": "error",
    "react/rules-of-hooks": "error",
    "react/self-closing-comp": "error",
    "typescript/ban-ts-comment": "error",
    "typescript/consistent-type-imports": "error",
    "typescript/no-deprecated": "error",
    "typescript/no-explicit-any": "error",
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-spread": ["error", { allow: ["string"] }],
    "typescript/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
    "typescript/no-non-null-assertion": "error",
    "typescript/no-unsafe-argument": "error",
    "typescript/no-unsafe-assignment": "error",
    "typescript/no-unsafe-call": "error",
    "typescript/no-unsafe-member-access": "error",
    "typescript/no-unsafe-return": "error",
    "typescript/only-throw-error": "error",
    "typescript/prefer-promise-reject-errors": "error",
    "typescript/restrict-plus-operands": "error",
    "typescript/return-await": ["error", "error-handling-correctness-only"],
    "typescript/switch-exhaustiveness-check": "error",
    "typescript/use-unknown-in-catch-callback-variable": "error",
    "unicorn/prefer-node-protocol": "error",
    "vitest/expect-expect": ["error", { assertFunctionNames: ["expect", "expect*", "fc.assert"] }],
  },
  overrides: [
    { files: ["**/*.tsx"], rules: functionLines(150) },
    {
      files: ["src/model/**"],
      rules: {
        ...noImports(...model, tests, yjs),
        "eslint/no-restricted-properties": ["error", ...reachesOut, ...impure],
      },
    },
    {
      files: ["src/model/record/record.ts", "src/model/record/record-limits.ts"],
      rules: noImports(...model, tests),
    },
    { files: ["src/store/**"], rules: { ...noImports(...store, tests, node), ...mayReachOut } },
    { files: ["src/ui/**"], rules: noImports(...ui, tests, node) },
    { files: ["src/ui/kit/**"], rules: noImports(...kit, tests, node) },
    { files: ["sync-server/**"], rules: noImports(...syncServer, tests) },
    {
      files: ["sync-server/main.ts", "sync-server/backup/main.ts", "sync-server/start/app-ready.ts"],
      rules: { "node/no-process-env": "off" },
    },
    {
      files: ["tests/**"],
      rules: { ...noImports(upwards), "node/no-process-env": "off", "eslint/no-console": "off" },
    },
    // A test keeps to its folder's layer, but may use tests/support, Node and bytes that no app would write.
    {
      files: ["tests/**", "**/*.test.{ts,tsx}", "**/*.bench.ts"],
      rules: { ...mayReachOut, ...functionLines(150) },
    },
    { files: ["src/model/**/*.test.ts"], rules: noImports(...model) },
    { files: ["src/store/**/*.test.{ts,tsx}"], rules: noImports(...store) },
    { files: ["src/ui/**/*.test.{ts,tsx}"], rules: noImports(...ui) },
    { files: ["src/ui/kit/**/*.test.{ts,tsx}"], rules: noImports(...kit) },
    { files: ["sync-server/**/*.test.ts"], rules: noImports(...syncServer) },
    // In a story, looking for something that does not come fails it.
    {
      files: ["tests/e2e/**"],
      rules: {
        "vitest/expect-expect": [
          "error",
          {
            assertFunctionNames: [
              "expect",
              "sees*",
              "opens*",
              "holds",
              "allSent",
              "savedHere",
              "waitsToSend",
            ],
          },
        ],
      },
    },
    // Others' code has no types here, and is not installed when this is checked.
    { files: ["tests/bench/peers/**"], rules: untyped },
    { files: ["*.config.ts"], rules: { "import/no-default-export": "off", "node/no-process-env": "off" } },
  ],
});
