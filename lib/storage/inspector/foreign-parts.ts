import "server-only"

/** Marks of other kinds of file, long enough not to turn up by chance among ten million bytes. */
const foreignMarks = ["<script", "<html", "<?php", "<!doctype"]

/** How far from its end a ZIP is recognised by those who unpack it (APPNOTE.TXT, 4.3.16). */
const zipTail = 22 + 65_535

/**
 * Whether a file is of two kinds at once: a picture or PDF that a browser, an unpacking program or a PDF reader would
 * take for something else.
 */
export function isPolyglot(content: Buffer, kind: "pdf" | "image"): boolean {
  const tail = content.subarray(-zipTail)
  if (tail.includes("PK\u0005\u0006", 0, "latin1")) return true
  const text = content.toString("latin1").toLowerCase()
  if (foreignMarks.some((mark) => text.includes(mark))) return true
  // readers of PDF look for its header anywhere in the first kilobyte, and some further
  return kind === "image" && content.includes("%PDF-", 0, "latin1")
}
