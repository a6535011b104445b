import * as vscode from 'vscode';

/**
 * A page's frame: it loads one script and one style sheet of ours, and nothing else can run in it.
 * @param page the name of both files
 */
export function pageHtml(
  webview: vscode.Webview,
  folder: vscode.Uri,
  language: string,
  page: 'panel' | 'report' | 'adjudication' = 'panel',
): string {
  const nonce = newNonce();
  const source = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(folder, name)).toString();
  // Style attributes are set through the style sheet's object model, which this policy allows.
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}; img-src data:;`;
  return `<!DOCTYPE html>
<html lang="${language.replace(/[^\w-]/g, '')}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<link rel="stylesheet" href="${source(`${page}.css`)}">
<title>Jiaozhu</title>
</head>
<body>
<script nonce="${nonce}" src="${source(`${page}.js`)}"></script>
</body>
</html>`;
}

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes));
}
