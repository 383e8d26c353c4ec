export const Tile = 1
