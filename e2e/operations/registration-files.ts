import { randomBytes } from "node:crypto"
import { request } from "node:http"
import { setTimeout as pause } from "node:timers/promises"
import { pdf } from "../../db/factories/pdf"
import { multipart } from "../support/multipart"
import { RawBrowser } from "../support/raw-browser"
import { formBody, type RawAnswer, rawHttp } from "../support/raw-http"

/** A PDF of about so many bytes that is like no other. */
export function ownPdf(sizeBytes: number): Buffer {
  return pdf({ text: randomBytes(12).toString("hex"), sizeBytes: sizeBytes - 2000 })
}

/** What the portal answers to a script that announces a file. */
export type Announced = { readonly id: string; readonly ticket: string }

/** Someone who asks for an account, up to the documents of his request. */
export class Applicant {
  readonly browser: RawBrowser

  private constructor(private readonly origin: string) {
    this.browser = new RawBrowser(origin)
  }

  static async begin(origin: string): Promise<Applicant> {
    const applicant = new Applicant(origin)
    const answer = await applicant.browser.post("/api/register", { privacyVersion: "1", isRead: "1" })
    if (!answer.headers.location?.startsWith("/register/person"))
      throw new Error(`not begun: ${answer.status} ${answer.headers.location}`)
    return applicant
  }

  /** Sends files as a browser without scripts does. */
  post(...files: readonly Buffer[]): Promise<RawAnswer> {
    const { body, headers } = multipart(
      files.map((content, nth) => ({
        name: "file",
        content,
        filename: `order ${nth}.pdf`,
        type: "application/pdf",
      })),
    )
    return this.browser.send("/api/register/documents", body, headers)
  }

  async announce(fileName: string, sizeBytes: number): Promise<Announced> {
    const fields = { fileName: encodeURIComponent(fileName), sizeBytes: String(sizeBytes) }
    return JSON.parse((await this.browser.send("/api/register/documents", formBody(fields))).text)
  }

  /** How far the portal says a file is. */
  async standing({ id, ticket }: Announced): Promise<{ state: string; receivedBytes: number }> {
    const headers = { "upload-ticket": ticket }
    return JSON.parse((await rawHttp(this.origin, `/api/documents/${id}`, { headers })).text)
  }

  /** Sends a file's bytes as the page's script does, in steps with a pause after each. Rejects where the line breaks. */
  patch({ id, ticket }: Announced, bytes: Buffer, offset = 0, pauseAfterStep = 0): Promise<RawAnswer> {
    const { hostname, port } = new URL(this.origin)
    const rest = bytes.subarray(offset)
    const headers = {
      "upload-ticket": ticket,
      "upload-offset": String(offset),
      "content-length": String(rest.length),
    }
    return new Promise((resolve, reject) => {
      const sent = request({
        hostname,
        port,
        path: `/api/documents/${id}`,
        method: "PATCH",
        agent: false,
        headers,
      })
      sent.on("error", reject)
      sent.on("response", (answer) => {
        const parts: Buffer[] = []
        answer.on("data", (part: Buffer) => parts.push(part))
        answer.on("error", reject)
        answer.on("end", () => {
          const text = Buffer.concat(parts).toString("utf8")
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text })
        })
      })
      const write = async () => {
        for (let at = 0; at < rest.length && !sent.destroyed; at += step) {
          sent.write(rest.subarray(at, at + step))
          if (pauseAfterStep > 0) await pause(pauseAfterStep)
        }
        sent.end()
      }
      void write()
    })
  }
}

const step = 64 * 1024
