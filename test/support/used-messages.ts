/**
 * Which messages of English the sources read, found by the compiler: a name alone says little, since `title` stands in many tables.
 * Must not know what is shown when.
 */
import { resolve } from 'node:path';
import ts from 'typescript';

const home = resolve('src/locales/en.ts');

/** Read as a whole: the table of a vocabulary, whose keys come from elsewhere. */
const isTable = (node: ts.Expression): node is ts.ObjectLiteralExpression => ts.isObjectLiteralExpression(node);

const withoutSatisfies = (node: ts.Expression): ts.Expression => (ts.isSatisfiesExpression(node) ? node.expression : node);

const openProject = (): ts.Program => {
  const read = ts.getParsedCommandLineOfConfigFile(
    'src/tsconfig.json',
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  );
  if (!read) throw new Error('src/tsconfig.json could not be read');
  return ts.createProgram(read.fileNames, read.options);
};

const nameOf = (property: ts.ObjectLiteralElementLike): string => (property.name && 'text' in property.name ? property.name.text : '');

interface Message {
  readonly path: string;
  readonly declaration: ts.Node;
  /** The tables it stands in. */
  readonly tables: readonly ts.Node[];
}

const messagesIn = (table: ts.ObjectLiteralExpression, path: string, tables: readonly ts.Node[]): Message[] =>
  table.properties.flatMap((property) => {
    const here = path === '' ? nameOf(property) : `${path}.${nameOf(property)}`;
    const value = ts.isPropertyAssignment(property) ? withoutSatisfies(property.initializer) : undefined;
    if (value && isTable(value)) return messagesIn(value, here, [...tables, value]);
    return [{ path: here, declaration: property, tables }];
  });

const findMessages = (program: ts.Program): Message[] => {
  const source = program.getSourceFile(home);
  if (!source) throw new Error(`${home} is no part of the project`);
  const found: Message[] = [];
  source.forEachChild((node) => {
    if (!ts.isVariableStatement(node)) return;
    for (const { name, initializer } of node.declarationList.declarations) {
      if (ts.isIdentifier(name) && name.text === 'en' && initializer && isTable(initializer))
        found.push(...messagesIn(initializer, '', [initializer]));
    }
  });
  return found;
};

/** Every declaration that some expression outside the languages reads: a member by its name, or a table by a key of its own. */
const findReads = (program: ts.Program): ReadonlySet<ts.Node> => {
  const checker = program.getTypeChecker();
  const read = new Set<ts.Node>();
  const note = (symbol: ts.Symbol | undefined): void => symbol?.declarations?.forEach((declaration) => read.add(declaration));
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) note(checker.getSymbolAtLocation(node.name));
    if (ts.isElementAccessExpression(node)) note(checker.getTypeAtLocation(node.expression).symbol);
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = (node.propertyName ?? node.name).getText();
      note(checker.getTypeAtLocation(node.parent).getProperty(name));
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) if (!file.isDeclarationFile && !file.fileName.includes('/src/locales/')) visit(file);
  return read;
};

/** Messages that nothing reads, by their paths; and how many there are in all. */
export const findUnusedMessages = (): { readonly all: number; readonly unused: readonly string[] } => {
  const program = openProject();
  const messages = findMessages(program);
  const read = findReads(program);
  // The outermost table is read by its members alone.
  const isRead = ({ declaration, tables }: Message): boolean => read.has(declaration) || tables.slice(1).some((table) => read.has(table));
  return { all: messages.length, unused: messages.filter((message) => !isRead(message)).map(({ path }) => path) };
};
