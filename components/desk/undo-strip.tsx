"use client"
import { type ReactNode, useEffect, useState } from "react"

type UndoStripProps = { seconds: number; children: ReactNode }

/** Stands while a decision can be undone and goes when it can't; without scripts it stays, with the time it holds until. */
export function UndoStrip({ seconds, children }: UndoStripProps) {
  const [isOver, setIsOver] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsOver(true), seconds * 1000)
    return () => clearTimeout(timer)
  }, [seconds])
  return isOver ? null : children
}
