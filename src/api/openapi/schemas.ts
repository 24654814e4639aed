/**
 * Turns the zod schemas into the document's named components, with their descriptions.
 * Knows nothing of paths.
 */
import * as z from 'zod/mini';
import * as api from '../index.js';
import { texts, type ComponentName, type Text } from './texts.js';

export type JsonSchema = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every component by the name of its schema: a name without a schema does not compile. */
const components = Object.fromEntries(Object.keys(texts).map((name) => [name, api[name as ComponentName]])) satisfies Record<
  string,
  z.core.$ZodType
>;

export const refer = (name: ComponentName): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

const describeProperties = (schema: Record<string, unknown>, text: Text): Record<string, unknown> => {
  const { properties } = schema;
  if (!isRecord(properties) || text.properties === undefined) return {};
  const described = Object.entries(properties).map(([name, property]) => {
    const description = text.properties?.[name];
    // Beside a $ref, 3.1 allows a description of its own.
    return [name, isRecord(property) && description !== undefined ? { ...property, description } : property];
  });
  return { properties: Object.fromEntries(described) as Record<string, unknown> };
};

/**
 * All named schemas. The input form is taken for answers too: they hold no transforms, and the output form would say that
 * nothing else may stand in an answer, where unknown fields are ignored.
 */
export const buildSchemas = (): Record<string, JsonSchema> => {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(components)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, generated]) => {
      const { $schema: _schema, $id: _id, ...schema } = generated as Record<string, unknown>;
      const text: Text = texts[name as ComponentName];
      return [name, { description: text.text, ...schema, ...describeProperties(schema, text) }];
    }),
  );
};
