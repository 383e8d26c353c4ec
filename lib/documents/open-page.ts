import "server-only"
import { findStandingPage } from "@/db/queries/documents"
import type { Executor } from "@/db/types"
import { configuredStore } from "@/lib/storage/configured-store"
import { readFrames } from "@/lib/storage/sealed-frames"
import { sealedFile } from "./file-key"

type Found = NonNullable<Awaited<ReturnType<typeof findStandingPage>>>

/** A page of a document as an image, for who was asked whether he may see it and whose look is written down. */
export async function openPage({ document, page }: Pick<Found, "document" | "page">) {
  const { sizeBytes, storageKey } = page
  const file = sealedFile(document, storageKey)
  return { sizeBytes, bytes: readFrames(await configuredStore(), file, sizeBytes) }
}

/** The same of a request's own document; nothing where it is another's, or not accepted. */
export async function openPageOf(
  db: Executor,
  holder: Pick<Found["document"], "holderKind" | "holderId">,
  at: { readonly id: string; readonly page: number },
) {
  const found = await findStandingPage(db, at.id, at.page)
  const { holderKind, holderId } = holder
  const isOf = found?.document.holderKind === holderKind && found.document.holderId === holderId
  return found && isOf ? openPage(found) : undefined
}
