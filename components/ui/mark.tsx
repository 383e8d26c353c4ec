/** Our own mark: an open door under the two curved tiers of a roof. One colour (the text's own); it holds at 16 px. */
export function Mark({ size = 30 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="currentColor"
      aria-hidden="true"
      className="flex-none"
    >
      <path d="M8 .6c1.3 3.3 3.7 5.4 7.5 6.4l-.5 1.9C11.7 8.1 9.4 6.6 8 4.4 6.6 6.6 4.3 8.1 1 8.9L.5 7C4.3 6 6.7 3.9 8 .6z" />
      <path d="M8 6.3c1.3 1.7 3 2.9 5 3.6V15.4h-3v-3.7a2 2 0 0 0-4 0v3.7H3V9.9c2-.7 3.7-1.9 5-3.6z" />
    </svg>
  )
}
