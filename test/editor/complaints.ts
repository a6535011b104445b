/** Complaints that this host always has, with any extension or none. */
export function isHostsOwn(text: string): boolean {
  return (
    // The module that signs for Microsoft's services, and code-server's service worker, are not in the package.
    /the server responded with a status of 404|service ?worker|A bad HTTP response code \(404\)/i.test(
      text,
    ) ||
    // With the themes alone, the browser still asks for the other built-in extensions.
    /Activating extension 'vscode\.[\w-]+' failed: Not Found|authentication provider 'github'/.test(text) ||
    // A page that is left in the middle of reading or writing.
    /ERR .*Canceled: Canceled/.test(text) ||
    /\[lifecycle\] Long running operations during shutdown|Unable to write file 'vscode-log:/.test(text)
  );
}
