import { Tile } from "../account/tile"
export const x = Tile
