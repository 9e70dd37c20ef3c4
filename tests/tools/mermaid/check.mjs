// Parses every Mermaid diagram of a Markdown file with Mermaid itself and prints what it understood, as JSON.
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

// Mermaid wants a document even where it only parses.
const { window } = new JSDOM('<!DOCTYPE html><body></body>');
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import('mermaid');

// Mermaid writes #number; in a form of its own while it parses and turns it back after drawing.
const decode = (text) =>
  text.replace(/ﬂ°°(\d+)¶ß/g, (_, number) => String.fromCodePoint(Number(number)));

async function read(text) {
  await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const entities = [...db.getEntities().values()];
  const labelOf = (id) => decode(entities.find((entity) => entity.id === id).alias);
  return {
    length: text.length,
    maxText: mermaid.mermaidAPI.defaultConfig.maxTextSize,
    maxEdges: mermaid.mermaidAPI.defaultConfig.maxEdges,
    entities: entities.map(({ alias, attributes }) => ({
      label: decode(alias),
      columns: attributes.map(({ name, comment }) => decode(comment) || name),
      keys: attributes.map(({ keys }) => keys.join(',')),
    })),
    edges: db.getRelationships().map(({ entityA, entityB, roleA, relSpec }) => ({
      parent: labelOf(entityA),
      child: labelOf(entityB),
      label: decode(roleA),
      parents: relSpec.cardB,
      children: relSpec.cardA,
    })),
  };
}

const markdown = readFileSync(process.argv[2], 'utf8');
const diagrams = [];
for (const [, text] of markdown.matchAll(/^```mermaid\n(.*?)^```$/gms)) {
  diagrams.push(await read(text));
}

process.stdout.write(JSON.stringify(diagrams));
