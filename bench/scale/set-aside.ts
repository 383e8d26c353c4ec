import type postgres from "postgres"

type Kept = { readonly drop: string; readonly make: string }

/** The indexes of a table but its primary key: dropped before many rows come in, and how to make them again after. */
async function indexesOf(tx: postgres.TransactionSql, table: string): Promise<Kept[]> {
  return tx<Kept[]>`
    select case when c.oid is null then format('drop index %I', r.relname)
        else format('alter table %I drop constraint %I', t.relname, c.conname) end as drop,
      case when c.oid is null then pg_get_indexdef(r.oid)
        else format('alter table %I add constraint %I %s', t.relname, c.conname, pg_get_constraintdef(c.oid)) end as make
    from pg_index i join pg_class r on r.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
      left join pg_constraint c on c.conindid = i.indexrelid and c.contype = 'u'
    where t.oid = ${table}::regclass and not i.indisprimary order by r.relname`
}

/** Does the work with those tables' indexes set aside: built at the end they take a fraction of the time. */
export async function withIndexesAside(
  tx: postgres.TransactionSql,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const kept: Kept[] = []
  for (const table of tables) kept.push(...(await indexesOf(tx, table)))
  for (const { drop } of kept) await tx.unsafe(drop)
  await work()
  for (const { make } of kept) await tx.unsafe(make)
}
