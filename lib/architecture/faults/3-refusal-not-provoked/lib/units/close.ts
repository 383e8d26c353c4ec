import "server-only"
export const closeUnit = command({ run: () => refused("units.gone") })
