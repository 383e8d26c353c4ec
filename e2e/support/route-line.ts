/** What the tests of every route must know of one. */
export type RouteLine = {
  /** Where it answers; values that nobody asks for stand in for parts in brackets. */
  readonly at: string
  /** The same with a value typed into each of its changing parts. */
  readonly typed?: (value: string) => readonly string[]
  /** Names of its query, those read out of sight (in a schema) included. */
  readonly query?: readonly string[]
  /** A form it takes, each field with a value that is right in form. */
  readonly form?: Readonly<Record<string, string>>
  /** It answers only who is signed in. */
  readonly isSignedIn?: true
  /** It exists in a demonstration alone. */
  readonly isDemonstration?: true
  /** Its form carries a file, so it comes in parts (multipart/form-data). */
  readonly isUpload?: true
  /** A form that is right in form is answered with a file. */
  readonly isDownload?: true
}
