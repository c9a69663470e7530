import type { Database, DatabaseConnection } from '../../contracts/database.ts';

export interface OpenDatabase extends DatabaseConnection {
  db: Database;
  close(): Promise<void>;
}
