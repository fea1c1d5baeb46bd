/** Text made safe to stand in HTML, in an element or a quoted attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const style = `
:root{color-scheme:light dark;--line:#8884;--soft:#8881}
body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:0 auto;padding:1.5rem}
nav a{margin-right:1rem}h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}
table{border-collapse:collapse;width:100%;font-size:.92rem}th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
pre{background:var(--soft);padding:1rem;overflow:auto;white-space:pre-wrap;overflow-wrap:anywhere}code{background:var(--soft);padding:0 .25rem}
textarea{width:100%;font:14px/1.4 ui-monospace,monospace}button{font:inherit;padding:.35rem .9rem}.scroll{overflow-x:auto}
iframe{width:100%;height:24rem;border:1px solid var(--line);background:#fff}`;

/** A whole page: title, navigation, content (already HTML). */
export function page(title: string, content: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(title)} - Mooring sandbox</title><style>${style}</style></head>
<body><nav aria-label="Sandbox"><a href="/">Start</a><a href="/clearinghouse/page">Clearinghouse</a><a href="/mail/page">Mail</a></nav><main><h1>${escaped(title)}</h1>${content}</main></body></html>`;
}

/** A table of texts; a cell that is a link is given as `{ href, text }`. */
export function table(caption: string, heads: readonly string[], rows: readonly (readonly (string | { readonly href: string; readonly text: string })[])[]): string {
  if (rows.length === 0) return `<h2>${escaped(caption)}</h2><p>Nothing yet.</p>`;
  const cell = (value: string | { readonly href: string; readonly text: string }) =>
    typeof value === 'string' ? escaped(value) : `<a href="${escaped(value.href)}">${escaped(value.text)}</a>`;
  const body = rows.map((row) => `<tr>${row.map((value) => `<td>${cell(value)}</td>`).join('')}</tr>`).join('');
  return `<h2>${escaped(caption)}</h2><div class="scroll"><table><thead><tr>${heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** A form with one button that posts to a path and comes back. */
export function button(path: string, label: string): string {
  return `<form method="post" action="${escaped(path)}"><button>${escaped(label)}</button></form>`;
}
