import type { importRefusals as th } from "../th/import-refusals"
import type { Words } from "../words-type"

/** Why a workbook of users, or one of its rows, is not taken or not undone. */
export const importRefusals: Words<typeof th> = {
  "imports.too-large": "The file is larger than 5 MB. Split it and send the parts one by one.",
  "imports.too-many": "You have sent several files within ten minutes. Wait a little and send it again.",
  "imports.not-a-workbook":
    "This is no Excel file (.xlsx). Download the template, fill it in and save it as .xlsx.",
  "imports.old-format":
    "This is an old Excel file (.xls) or locked by a password. Take the password off and save it as .xlsx.",
  "imports.macros":
    "This file holds macros (.xlsm), which are not accepted. Save it as .xlsx without macros.",
  "imports.external-links":
    "This file is linked to other files. Copy the values alone into the template and send that.",
  "imports.unpacks-too-large":
    "This file holds more than can be taken in. Copy the list alone into the template and send that.",
  "imports.unreadable":
    "This file can't be read; it may be broken. Copy the list into the template and send that.",
  "imports.wrong-sheet":
    "The sheet of the template is not in this file. Use the template and leave the name of its sheet as it is.",
  "imports.too-many-rows": "The file has more than 10,000 rows. Split it and send the parts one by one.",
  "imports.too-many-columns": "The file has more than 60 columns. Remove those that are not in the template.",
  "imports.empty": "There is nobody on the sheet. Fill it in from row 2 on and send it again.",
  "imports.headings": "The headings are not those of the template, so the list could not be checked.",
  "imports.not-now":
    "This can't be done any more: the import has gone on meanwhile. This page shows how it stands.",
  "imports.row-taken": "This row is being worked on.",
  "imports.row-broken":
    "Something broke at this row. Send it again in another file; if it still fails, tell the helpdesk.",
  "imports.member-gone": "This person is no user of the unit any more.",
  "imports.accepted":
    "The person has accepted and is a user now, so the membership stays. It can be ended on the user's page.",
  "imports.not-accepted": "The person did not accept the invitation, so there is no right to give.",
  "imports.changed-since": "Somebody changed this user after the import, so the newer words stay.",
  "imports.roles-changed-since": "Some rights were changed after the import, so those stay.",
}
