/** Ends quietly where whoever reads standard output has seen enough: `| head`. Any other failure of it exits with 1. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
}
