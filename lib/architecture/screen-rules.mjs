import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

function foldersOf(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => [`${folder}/${entry.name}`, ...foldersOf(root, `${folder}/${entry.name}`)])
}

/**
 * House style rule 4: the parts of a screen are private to it. One rule a folder, because folder names hold
 * parentheses and brackets, which a captured group would turn into a pattern. A screen may keep parts in a folder
 * of its own whose name begins with `_`.
 */
export function screenRules(root) {
  if (!existsSync(join(root, "app"))) return []
  return ["app", ...foldersOf(root, "app")]
    .filter((folder) => !folder.split("/").some((name) => name.startsWith("_")))
    .map((folder) => ({ folder, own: [`^${escaped(folder)}/[^/]+$`, `^${escaped(folder)}/_[^/]+/[^/]+$`] }))
    .map(({ folder, own }) => ({
      name: `4-private-${folder.replace(/[^a-z0-9]+/gi, "-").replace(/-$/, "")}`,
      severity: "error",
      comment:
        "House style rule 4: a screen's parts are private to it; what two screens use lives in components/",
      from: { path: own, pathNot: "\\.test\\.tsx?$" },
      to: { path: "^app/", pathNot: own },
    }))
}
