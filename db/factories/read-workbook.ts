import ExcelJS from "exceljs"

/** The rows of each sheet of a workbook that the portal wrote, by the name of the sheet. */
export async function readWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<Record<string, unknown[][]>> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes.buffer)
  const rowsOf = (sheet: ExcelJS.Worksheet) =>
    sheet.getSheetValues().flatMap((row) => (Array.isArray(row) ? [row.slice(1)] : []))
  return Object.fromEntries(book.worksheets.map((sheet) => [sheet.name, rowsOf(sheet)]))
}
