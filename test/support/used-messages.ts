/**
 * Which messages of English the sources read, found by the compiler: a name alone says little, since `title` stands in many tables.
 * Must not know what is shown when.
 */
import { resolve } from 'node:path';
import ts from 'typescript';

/** English lies in parts; each is one table. */
const home = resolve('src/locales/en');

/** Read as a whole: the table of a vocabulary, whose keys come from elsewhere. */
const isTable = (node: ts.Expression): node is ts.ObjectLiteralExpression => ts.isObjectLiteralExpression(node);

const withoutSatisfies = (node: ts.Expression): ts.Expression => (ts.isSatisfiesExpression(node) ? node.expression : node);

interface Project {
  readonly program: ts.Program;
  readonly options: ts.CompilerOptions;
}

const openProject = (): Project => {
  const read = ts.getParsedCommandLineOfConfigFile(
    'src/tsconfig.json',
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  );
  if (!read) throw new Error('src/tsconfig.json could not be read');
  return { program: ts.createProgram(read.fileNames, read.options), options: read.options };
};

const nameOf = (property: ts.ObjectLiteralElementLike): string => (property.name && 'text' in property.name ? property.name.text : '');

interface Message {
  readonly path: string;
  /** The part it lies in, by its file. */
  readonly part: string;
  readonly declaration: ts.Node;
  /** The tables it stands in. */
  readonly tables: readonly ts.Node[];
}

const messagesIn = (table: ts.ObjectLiteralExpression, part: string, path: string, tables: readonly ts.Node[]): Message[] =>
  table.properties.flatMap((property) => {
    const here = path === '' ? nameOf(property) : `${path}.${nameOf(property)}`;
    const value = ts.isPropertyAssignment(property) ? withoutSatisfies(property.initializer) : undefined;
    if (value && isTable(value)) return messagesIn(value, part, here, [...tables, value]);
    return [{ path: here, part, declaration: property, tables }];
  });

const findMessages = (program: ts.Program): Message[] => {
  const found: Message[] = [];
  for (const source of program.getSourceFiles()) {
    const part = /^(.*)\/([^/]+)\.ts$/.exec(source.fileName);
    if (part?.[1] !== home) continue;
    source.forEachChild((node) => {
      if (!ts.isVariableStatement(node)) return;
      for (const { initializer } of node.declarationList.declarations) {
        if (initializer && isTable(initializer)) found.push(...messagesIn(initializer, part[2] ?? '', '', [initializer]));
      }
    });
  }
  if (found.length === 0) throw new Error(`No messages were found in ${home}`);
  return found;
};

const isSource = (file: ts.SourceFile): boolean => !file.isDeclarationFile && !file.fileName.includes('/src/locales/');

/** The keys an expression can be, where its type says which; undefined where it may be any text. */
const keysOf = (type: ts.Type): readonly string[] | undefined => {
  const kinds = type.isUnion() ? type.types : [type];
  const keys = kinds.flatMap((kind) => (kind.isStringLiteral() ? [kind.value] : []));
  return keys.length === kinds.length ? keys : undefined;
};

/** Every declaration that some expression of these files reads: a member by its name or by a key that can be it, or else a whole table. */
const findReads = (program: ts.Program, files: readonly ts.SourceFile[]): ReadonlySet<ts.Node> => {
  const checker = program.getTypeChecker();
  const read = new Set<ts.Node>();
  const note = (symbol: ts.Symbol | undefined): void => symbol?.declarations?.forEach((declaration) => read.add(declaration));
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) note(checker.getSymbolAtLocation(node.name));
    if (ts.isElementAccessExpression(node)) {
      const table = checker.getTypeAtLocation(node.expression);
      const keys = keysOf(checker.getTypeAtLocation(node.argumentExpression));
      if (keys) for (const key of keys) note(table.getProperty(key));
      else note(table.symbol);
    }
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = (node.propertyName ?? node.name).getText();
      note(checker.getTypeAtLocation(node.parent).getProperty(name));
    }
    ts.forEachChild(node, visit);
  };
  for (const file of files) visit(file);
  return read;
};

/** The outermost table is read by its members alone. */
const isReadIn =
  (read: ReadonlySet<ts.Node>) =>
  ({ declaration, tables }: Message): boolean =>
    read.has(declaration) || tables.slice(1).some((table) => read.has(table));

/** Messages that nothing reads, by their paths; and how many there are in all. */
export const findUnusedMessages = (): { readonly all: number; readonly unused: readonly string[] } => {
  const { program } = openProject();
  const messages = findMessages(program);
  const isRead = isReadIn(findReads(program, program.getSourceFiles().filter(isSource)));
  return { all: messages.length, unused: messages.filter((message) => !isRead(message)).map(({ path }) => path) };
};

const isTypeOnly = (statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean => {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  const { importClause } = statement;
  const names = importClause?.namedBindings && ts.isNamedImports(importClause.namedBindings) ? importClause.namedBindings.elements : [];
  return importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword || (names.length > 0 && names.every((name) => name.isTypeOnly));
};

/** What a file needs before it can run: not what it asks for later, and not what only types come from. */
const importsOf = ({ options }: Project, file: ts.SourceFile): string[] =>
  file.statements.flatMap((statement) => {
    if (!(ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) || isTypeOnly(statement)) return [];
    const { moduleSpecifier } = statement;
    if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier) || !moduleSpecifier.text.startsWith('.')) return [];
    const { resolvedModule } = ts.resolveModuleName(moduleSpecifier.text, file.fileName, options, ts.sys);
    return resolvedModule ? [resolvedModule.resolvedFileName] : [];
  });

const reachedFrom = (project: Project, entry: string): ReadonlySet<string> => {
  const found = new Set([resolve(entry)]);
  for (const name of found) {
    const file = project.program.getSourceFile(name);
    if (file) for (const next of importsOf(project, file)) found.add(next);
  }
  return found;
};

export interface Reach {
  /** Parts of English that come with the entry, by their names. */
  readonly parts: readonly string[];
  /** Messages that are read by what comes with it, and lie in other parts. */
  readonly missing: readonly string[];
}

/** For each entry, whether the words are there that are read by what is there with it and with what is there from the start. */
export const findReach = (start: string, entries: readonly string[]): Readonly<Record<string, Reach>> => {
  const project = openProject();
  const { program } = project;
  const messages = findMessages(program);
  const first = reachedFrom(project, start);
  const reachOf = (entry: string): Reach => {
    const reached = new Set([...first, ...reachedFrom(project, entry)]);
    const isRead = isReadIn(
      findReads(
        program,
        program.getSourceFiles().filter((file) => isSource(file) && reached.has(file.fileName)),
      ),
    );
    const parts = [...new Set(messages.map(({ part }) => part))].filter((part) => reached.has(`${home}/${part}.ts`));
    const missing = messages.filter((message) => isRead(message) && !parts.includes(message.part)).map(({ path }) => path);
    return { parts, missing };
  };
  return Object.fromEntries([start, ...entries].map((entry) => [entry, reachOf(entry)]));
};
