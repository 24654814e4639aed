/** Writes the OpenAPI document to dist, from where the package ships it. Knows nothing but the document. */
import { mkdir, writeFile } from 'node:fs/promises';
import { openApiDocument } from '../../src/api/openapi.js';

await mkdir('dist', { recursive: true });
await writeFile('dist/openapi.json', `${JSON.stringify(openApiDocument(), null, 2)}\n`);
