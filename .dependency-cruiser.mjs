import { cruiseOptions, importRules } from "./lib/architecture/import-rules.mjs"

export default {
  forbidden: importRules(process.cwd()),
  options: { ...cruiseOptions, tsConfig: { fileName: "tsconfig.json" } },
}
