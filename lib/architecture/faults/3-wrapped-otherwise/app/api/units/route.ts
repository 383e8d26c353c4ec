export const DELETE = getHandler(() => new Response(null))
