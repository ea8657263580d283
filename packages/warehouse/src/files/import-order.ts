import type { ColumnKind, Dialect, FileFormat, TableSnapshot } from '@majed-vanna/contract';

export interface ImportFile {
  /** Absolute path. */
  readonly path: string;
  readonly format: FileFormat;
  /** The name the user knows the file by. */
  readonly name: string;
}

export interface ImportReport {
  /** What the finished file is to be opened as. */
  readonly dialect: Extract<Dialect, 'duckdb' | 'sqlite'>;
  readonly tables: readonly ImportedTable[];
  readonly ms: number;
}

export interface ImportedTable {
  readonly name: string;
  /** The file it came from. */
  readonly fileName: string;
  readonly rows: number | null;
  readonly columns: readonly { readonly name: string; readonly nativeType: string; readonly kind: ColumnKind }[];
}

/** What the importing child is told, besides the path to write to. */
export interface ImportOrder {
  readonly files: readonly ImportFile[];
  readonly memoryMb: number;
}

/** A table of a database that was taken as it is. */
export function importedTable(file: ImportFile, { name, rowEstimate, columns }: TableSnapshot): ImportedTable {
  return {
    name,
    fileName: file.name,
    rows: rowEstimate,
    columns: columns.map(({ name: column, nativeType, kind }) => ({ name: column, nativeType, kind })),
  };
}
