import {createNodeResolver, importX} from "eslint-plugin-import-x";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

// Imports run one way: lib <- api <- components <- features <- app. A feature imports no other feature.
const folders = ["lib", "api", "components", "features", "app"];
const above = (folder) => folders.slice(folders.indexOf(folder) + 1).map((name) => `./src/${name}`);
const directions = [
  ...folders.slice(0, -1).map((folder) => ({
    target: `./src/${folder}`,
    from: above(folder),
    message: "Imports run lib <- api <- components <- features <- app.",
  })),
  ...["home", "practise", "stories", "progress", "plan", "read", "settings"].map((feature) => ({
    target: `./src/features/${feature}`,
    from: "./src/features",
    except: [`./${feature}`],
    message: "A feature imports no other feature: what two share lives in components, api or lib.",
  })),
];

export default tseslint.config(
  {ignores: ["dist", "src/api/schema.ts"]},
  ...tseslint.configs.strict,
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: {"import-x": importX, "react-hooks": reactHooks},
    extends: [jsxA11y.flatConfigs.strict],
    settings: {"import-x/resolver-next": [createNodeResolver({extensions: [".ts", ".tsx", ".js", ".json"]})]},
    rules: {
      "import-x/no-restricted-paths": ["error", {zones: directions}],
      "import-x/no-cycle": "error",
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "no-console": "error",
      "no-restricted-globals": ["error", {name: "EventSource", message: "Use lib/event-stream."}],
    },
  },
  {
    // Doubles and their data stand outside the layers.
    files: ["src/testing/**", "src/**/*.test.{ts,tsx}"],
    rules: {"import-x/no-restricted-paths": "off", "@typescript-eslint/no-non-null-assertion": "off"},
  },
);
