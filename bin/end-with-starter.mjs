// Loaded before the web server: it must not outlive the starter, or it would hold the port against the next one.
process.on("disconnect", () => process.exit(0))
