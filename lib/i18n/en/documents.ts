import type { documents as th } from "../th/documents"
import type { Words } from "../words-type"

export const documents: Words<typeof th> = {
  choose: "Choose files",
  chooseMore: "Choose more files",
  camera: "Photograph the document",
  hint: "PDF, JPEG or PNG, 10 megabytes each at most. You can choose several, ten in all. A PDF must not have a password.",
  send: "Send the chosen files",
  none: "No files yet",
  sent: "Files that were sent",
  remove: "Remove",
  preview: "See the pages as the officer will see them",
  previewPage: (name, page) => `${name}, page ${page}`,
  removeNamed: (name: string) => `Remove the file ${name}`,
  reload: "See what the check says",
  kilobytes: (size: string) => `${size} kilobytes`,
  pages: (pages: string) => (pages === "1" ? "1 page" : `${pages} pages`),
  states: {
    receiving: "Not complete",
    checking: "Being checked",
    "waiting-for-scan": "Waits for the virus scan",
    ready: "Accepted",
    refused: "Not accepted",
  },
  receivingBody: (received: string, size: string) =>
    `${received} of ${size} kilobytes have arrived. Choose the same file again to send the rest, or remove it.`,
  receivingUnknown: "The sending broke off. Choose the same file and send it again, or remove it.",
  checkingBody: "The file is being read and checked. This rarely takes more than a minute.",
  waitingBody:
    "The file has arrived, but the virus scanner does not answer right now. It waits in line and is checked by itself when the scanner is back. There is no need to send it again.",
  unscanned: "Not scanned for viruses",
  misnamed: (kind: string) =>
    `The ending of the file's name does not fit its content. The content counts: it was taken as ${kind}.`,
  kinds: { "application/pdf": "a PDF", "image/jpeg": "a JPEG image", "image/png": "a PNG image" },
  refusals: {
    empty: "This file is empty: there is nothing in it. Choose another one, or scan again.",
    "too-large": "The file is larger than 10 megabytes. Scan it smaller, or split it into several files.",
    infected:
      "A virus was found in this file, so it was not taken. Check your computer with a virus scanner, then scan the document again.",
    "not-accepted":
      "The content is no PDF, JPEG or PNG, whatever the file's name says. Save it as one of these and send it again.",
    program: "This file is a program and no document, even if it was renamed. Programs are not taken.",
    polyglot:
      "Another kind of file is hidden in this one, so it was not taken. Scan or photograph the document again.",
    encrypted:
      "This PDF has a password or is encrypted, so nobody could open it. Save it again without a password.",
    active:
      "This PDF holds a script, an action that starts by itself, or another file. Print it to a new PDF or scan it from paper, then send that.",
    unreadable: "The file is damaged or cannot be read. Try to open it yourself, then save or scan it again.",
    "unpacks-too-large":
      "What this PDF unpacks to is larger than any honest document, so it was not opened. Print or scan it again.",
    "too-many-pages": "This PDF has more than 40 pages. Split it, or send only the pages that are needed.",
    "too-many-pixels":
      "This image has more than 50 million pixels. Make it smaller, or scan it with fewer dots per inch, such as 300.",
  },
  sending: {
    title: "Sending",
    waiting: "Waits its turn",
    share: (name: string, share: string) => `${name}: ${share} per cent sent`,
    progress: (sent: string, total: string) => `${sent} of ${total} kilobytes sent`,
    broken:
      "The connection was lost. Sending goes on by itself from where it stopped as soon as it is back. Keep this page open.",
    checking: "All sent. The file is being checked.",
    cancel: "Cancel",
    cancelNamed: (name: string) => `Cancel sending ${name}`,
    cancelled: "Cancelled",
    failed: "It could not be sent. Open this page again and try once more.",
  },
}
