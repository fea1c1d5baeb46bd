import { del, get, put, type Route } from '#server/platform/index.ts';
import { dropSnippet, keepSnippet, listSnippets } from './keep-snippet.action.ts';
import { KeepSnippet, OwnSnippet, SnippetList, SnippetPath } from './snippets.contract.ts';

const may = 'chart.write';
const params = SnippetPath;

export const routes: readonly Route[] = [
  get('/snippets', { may, reply: SnippetList, summary: 'Words that unfold: my own, and those of my programs' }, listSnippets),
  put('/snippets/:snippetId', { may, params, body: KeepSnippet, reply: OwnSnippet, summary: 'Add or change a word that unfolds' }, keepSnippet),
  del('/snippets/:snippetId', { may, params, summary: 'Take a word that unfolds away' }, dropSnippet),
];
