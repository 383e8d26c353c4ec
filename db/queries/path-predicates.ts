import { type SQL, sql } from "drizzle-orm"

// A subtree as a range of paths and no pattern: a statement that is kept for all its values can't tell how a pattern
// begins and would read every unit. Paths end in a slash, so the first one after a subtree has the next sign in its place.

const beyond = (root: string) => `${root.slice(0, -1)}0`

/** Whether a path stands in the subtree of another, itself included. */
export const isWithin = (path: SQL, root: string): SQL =>
  sql`(${path} ~>=~ ${root} and ${path} ~<~ ${beyond(root)})`

/** Whether a path stands below another. */
export const isBelow = (path: SQL, root: string): SQL =>
  sql`(${path} ~>~ ${root} and ${path} ~<~ ${beyond(root)})`

/** Nodes of the units on the way from the Department down to a path, as an array. */
export const nodesOf = (path: SQL): SQL => sql`string_to_array(rtrim(${path}, '/'), '/')::int[]`

/** Order by path in which the index keeps them. */
export const byPath = (path: SQL): SQL => sql`${path} using ~<~`
