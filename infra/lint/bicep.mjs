// Parses every .bicep and .bicepparam file below a folder and says where the grammar does not follow.
// Syntax only: names, types and resource properties are checked by the compiler; see check.sh.
//   node bicep.mjs FOLDER [NODE_MODULES]
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = process.argv[2];
if (!folder) {
  console.error('Usage: node bicep.mjs FOLDER [NODE_MODULES]');
  process.exit(2);
}
const modules = resolve(process.argv[3] ?? join(import.meta.dirname, 'node_modules'));
const { Parser, Language } = await import(pathToFileURL(join(modules, 'web-tree-sitter', 'web-tree-sitter.js')));
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(join(modules, 'tree-sitter-bicep', 'tree-sitter-bicep.wasm')));

const files = readdirSync(folder, { recursive: true })
  .map(name => join(folder, name))
  .filter(name => /\.bicep(param)?$/.test(name))
  .sort();
if (files.length === 0) {
  console.error(`No Bicep file below ${folder}.`);
  process.exit(2);
}

let mistakes = 0;
for (const file of files) {
  const tree = parser.parse(asBicep(file, readFileSync(file, 'utf8')));
  for (const node of broken(tree.rootNode)) {
    const { row, column } = node.startPosition;
    console.error(`${relative('.', file)}:${row + 1}:${column + 1}: ${node.isMissing ? `missing ${node.type}` : 'not understood'}`);
    mistakes++;
  }
}
console.log(`${files.length} files parsed, ${mistakes} mistakes of syntax.`);
process.exit(mistakes === 0 ? 0 : 1);

// The grammar knows no parameter files: their assignments are read as variables, at the same places.
function asBicep(file, text) {
  return file.endsWith('.bicep') ? text : text.replace(/^using '[^'\n]*'$/m, '').replace(/^param (?=\w+ = )/gm, 'var   ');
}

function* broken(node) {
  if (node.isError || node.isMissing) {
    yield node;
    return;
  }
  if (node.hasError)
    for (const child of node.children)
      yield* broken(child);
}
