import type { Database, DatabaseConnection, DatabaseScope } from '../../contracts/database.ts';

export interface OpenDatabase extends DatabaseConnection {
  db: Database;
  scope: DatabaseScope;
  close(): Promise<void>;
}
