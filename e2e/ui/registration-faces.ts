import type { Face, Stage } from "./faces"

/** A request begun in the window, by whoever. */
async function begun({ context: { request }, home }: Stage): Promise<undefined> {
  const form = { privacyVersion: "1", isRead: "1", way: "typed" }
  await request.post("/api/register", { form, headers: { origin: new URL(home).origin }, maxRedirects: 0 })
}

/** Faces of the screens of registration. */
export const registrationFaces: Readonly<Record<string, readonly Face[]>> = {
  "/register": [{ at: "/register" }, { at: "/register?refused=registration.privacy-changed" }],
  "/register/[page]": [
    { at: "/register/person?refused=registration.stale", before: begun },
    { at: "/register/unit?q=%E0%B8%81%E0%B8%A3%E0%B8%B0%E0%B8%97%E0%B8%B8%E0%B9%88%E0%B8%A1", before: begun },
    { at: "/register/unit?unit=06360207", before: begun },
    { at: "/register/documents", before: begun },
    { at: "/register/check", before: begun },
  ],
  "/register/status": [
    { at: "/register/status" },
    { at: "/register/status?refused=registration.secret-wrong" },
    { at: "/register/status?number=R-4827-1935" },
  ],
}
