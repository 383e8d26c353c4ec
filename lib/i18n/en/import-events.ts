import type { importEvents as th } from "../th/import-events"
import type { Words } from "../words-type"

/** What one reads of what was done about users of a unit that were brought in by a workbook. */
export const importEvents: Words<typeof th> = {
  "imports.judge": {
    done: "A workbook of users was checked",
    refused: "A workbook of users was not checked",
  },
  "imports.apply": { done: "Import of users begun", refused: "Import of users not begun" },
  "imports.apply-row": { done: "A row of a workbook was imported", refused: "A row of a workbook failed" },
  "imports.grant-accepted": {
    done: "Rights of a workbook given after acceptance",
    refused: "Rights of a workbook could not be given",
  },
  "imports.undo": { done: "Undoing an import begun", refused: "Undoing an import not begun" },
  "imports.undo-row": { done: "A row of an import was undone", refused: "A row of an import was not undone" },
  "imports.export": { done: "Users and rights were exported", refused: "Users and rights were not exported" },
}
