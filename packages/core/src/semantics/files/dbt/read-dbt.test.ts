import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { admin, createLayerWorld } from '../../../testing/layer-world.ts';

const MANIFEST = {
  metadata: { dbt_schema_version: 'https://schemas.getdbt.com/dbt/manifest/v12.json' },
  nodes: {
    'model.shop.orders': {
      resource_type: 'model',
      name: 'orders',
      alias: 'orders',
      schema: 'main',
      description: 'What was bought.',
      config: { meta: { label: 'Purchases', synonyms: ['sales'] } },
      columns: {
        amount: { name: 'amount', description: 'With VAT.', meta: { label: 'Order value' } },
        gone: { name: 'gone', description: 'Not there.' },
        category: { name: 'category', description: '' },
      },
    },
    'model.shop.readings': { resource_type: 'model', name: 'readings', schema: 'analytics', description: '', columns: {} },
    'model.shop.customers': { resource_type: 'model', name: 'customers', schema: 'main', description: null, columns: {} },
    'model.shop.elsewhere': { resource_type: 'model', name: 'elsewhere', schema: 'main', description: 'x', columns: {} },
    'test.shop.relationships_readings': {
      resource_type: 'test',
      test_metadata: { name: 'relationships', kwargs: { to: "ref('customers')", field: 'customer_id', column_name: 'reading_id' } },
      attached_node: 'model.shop.readings',
      depends_on: { nodes: ['model.shop.customers', 'model.shop.readings'] },
    },
    'test.shop.not_null': { resource_type: 'test', test_metadata: { name: 'not_null', kwargs: { column_name: 'amount' } } },
  },
};

const SEMANTIC_YAML = `
semantic_models:
  - name: orders
    model: ref('orders')
    defaults: { agg_time_dimension: ordered_on }
    entities:
      - { name: order, type: primary, expr: order_id }
      - { name: customer, type: foreign, expr: customer_id }
      - { name: branch, type: foreign, expr: branch_id }
    dimensions:
      - { name: ordered_on, type: time, expr: order_date, label: Order day, type_params: { time_granularity: day } }
      - { name: kind, type: categorical, expr: category }
      - { name: size, type: categorical, label: Order size, expr: "CASE WHEN amount > 13 THEN 'large amount' ELSE 'small' END" }
    measures:
      - { name: amount, agg: sum }
      - { name: order_count, agg: sum, expr: 1 }
      - { name: buyers, agg: count_distinct, expr: customer_id }
      - { name: balance, agg: sum, expr: amount, non_additive_dimension: { name: ordered_on } }
      - { name: odd, agg: harmonic_mean, expr: amount }
  - name: customers
    model: ref('customers')
    entities:
      - { name: customer, type: primary, expr: customer_id }
    measures:
      - { name: customer_count, agg: count, expr: customer_id }
metrics:
  - { name: revenue, label: Revenue, description: All of it., type: simple, type_params: { measure: amount } }
  - { name: coffee_revenue, label: Coffee revenue, type: simple, type_params: { measure: { name: amount, filter: "{{ Dimension('order__kind') }} = 'Coffee'" } } }
  - { name: order_count, label: Orders, type: simple, type_params: { measure: order_count } }
  - { name: average_order, label: Average order, type: ratio, type_params: { numerator: revenue, denominator: order_count } }
  - { name: coffee_share, label: Coffee share, type: ratio, type_params: { numerator: coffee_revenue, denominator: revenue } }
  - { name: net, label: Net, type: derived, type_params: { expr: "gross / 1.15", metrics: [{ name: revenue, alias: gross }] } }
  - { name: growth, label: Growth, type: derived, type_params: { expr: now - then, metrics: [{ name: revenue, alias: now }, { name: revenue, alias: then, offset_window: 1 month }] } }
  - { name: per_customer, label: Per customer, type: ratio, type_params: { numerator: revenue, denominator: customers } }
  - { name: customers, label: Customers, type: simple, type_params: { measure: customer_count } }
  - { name: running, label: Running, type: cumulative, type_params: { measure: amount } }
  - { name: balance, label: Balance, type: simple, type_params: { measure: balance } }
  - { name: odd, label: Odd, type: simple, type_params: { measure: odd } }
  - { name: loop, label: Loop, type: derived, type_params: { expr: loop, metrics: [loop] } }
  - { name: far, label: Far, type: simple, filter: "{{ Dimension('customer__region') }} = 'Riyadh'", type_params: { measure: amount } }
`;

let world: Awaited<ReturnType<typeof createLayerWorld>>;
beforeAll(async () => {
  world = await createLayerWorld();
});
afterAll(() => world[Symbol.asyncDispose]());
const tried = (text: string) => world.layer.importDbt(admin, { dataSourceId: world.dataSourceId, text, dryRun: true });

describe('a manifest of dbt', () => {
  test('gives descriptions, labels and relationships; what is not in the data is listed', async () => {
    const { differences, notImported, problems } = await tried(JSON.stringify(MANIFEST));
    expect(problems).toEqual([]);
    expect(differences.map(({ kind, key, after }) => [kind, key, after])).toEqual([
      ['table', 'main.orders', expect.objectContaining({ words: { en: ['Purchases', 'sales'] }, description: 'What was bought.' })],
      ['column', 'main.orders.amount', expect.objectContaining({ words: { en: ['Order value'] }, description: 'With VAT.' })],
      [
        'join',
        'main.readings(reading_id) → main.customers(customer_id)',
        expect.objectContaining({
          from: { table: 'main.readings', columns: ['reading_id'] },
          to: { table: 'main.customers', columns: ['customer_id'] },
        }),
      ],
    ]);
    expect(notImported.map(({ what }) => what)).toEqual(['model.shop.orders.columns.gone', 'model.shop.elsewhere']);
  });

  test('adds to what is published, in any language', async () => {
    await world.propose('column', 'main.orders.amount', { words: { en: ['Value'], ar: ['القيمة'] }, format: 'currency' });
    await world.publish();
    const { differences } = await tried(JSON.stringify(MANIFEST));
    expect(differences.find(({ kind }) => kind === 'column')?.after).toMatchObject({
      words: { en: ['Order value', 'Value'], ar: ['القيمة'] },
      format: 'currency',
      description: 'With VAT.',
    });
  });

  test.each(['{"nodes": 3}', '{}', 'words: {}', '[1, 2', 'not yaml: ['])('%j is not one', async (text) => {
    await expect(tried(text)).rejects.toMatchObject({ code: 'unreadable_file' });
  });
});

describe('semantic models and metrics of dbt', () => {
  test('become dimensions, names and metrics where that can be said; the others are listed with the reason', async () => {
    const { differences, notImported, problems } = await tried(SEMANTIC_YAML);
    expect(problems).toEqual([]);
    const metrics = differences.flatMap(({ kind, key, after }) =>
      kind === 'metric' && after ? [[key, after.expression, after.filter]] : [],
    );
    expect(metrics).toEqual([
      ['revenue', 'SUM({amount})', null],
      ['coffee_revenue', 'SUM({amount})', "{category} = 'Coffee'"],
      ['order_count', 'COUNT(*)', null],
      ['average_order', '1.0 * SUM({amount}) / NULLIF(COUNT(*), 0)', null],
      ['coffee_share', "1.0 * SUM({amount}) FILTER (WHERE {category} = 'Coffee') / NULLIF(SUM({amount}), 0)", null],
      ['net', '(SUM({amount})) / 1.15', null],
      ['customers', 'COUNT({customer_id})', null],
    ]);
    expect(differences.find(({ key }) => key === 'revenue')?.after).toMatchObject({ words: { en: ['Revenue'] }, dateColumn: 'order_date' });
    expect(differences.find(({ kind }) => kind === 'dimension')).toMatchObject({
      key: 'size',
      after: {
        words: { en: ['Order size'] },
        table: 'main.orders',
        expression: "CASE WHEN {amount} > 13 THEN 'large amount' ELSE 'small' END",
      },
    });
    expect(differences.find(({ kind }) => kind === 'column')).toMatchObject({
      key: 'main.orders.order_date',
      after: { words: { en: ['Order day'] } },
    });
    expect(Object.fromEntries(notImported.map(({ what, reason }) => [what, reason]))).toEqual({
      'semantic_models.orders.entities.branch': 'No semantic model has branch as its primary entity.',
      'metrics.growth': 'It compares with another time.',
      'metrics.per_customer': 'Its parts are figures of several tables.',
      'metrics.running': 'Metrics of the type cumulative have no counterpart.',
      'metrics.balance': 'Its measure may not be added up along a dimension.',
      'metrics.odd': 'The aggregation harmonic_mean has no counterpart.',
      'metrics.loop': 'It is made of itself.',
      'metrics.far': 'Its filter customer__region is about another table.',
    });
  });

  test('in a semantic manifest are the same', async () => {
    const manifest = {
      semantic_models: [
        {
          name: 'orders',
          node_relation: { alias: 'orders', schema_name: 'main', database: 'shop' },
          primary_entity: null,
          entities: [{ name: 'order', type: 'primary', expr: 'order_id' }],
          dimensions: [{ name: 'kind', type: 'categorical', expr: 'category' }],
          measures: [{ name: 'order_count', agg: 'count', expr: 'order_id', non_additive_dimension: null, agg_params: null }],
        },
      ],
      metrics: [
        {
          name: 'tea_orders',
          label: null,
          type: 'simple',
          type_params: { measure: { name: 'order_count', filter: null } },
          filter: { where_filters: [{ where_sql_template: "{{ Dimension('order__kind') }} = 'Tea'" }] },
        },
      ],
    };
    expect((await tried(JSON.stringify(manifest))).differences).toMatchObject([
      { key: 'tea_orders', after: { words: { en: ['tea orders'] }, expression: 'COUNT({order_id})', filter: "{category} = 'Tea'" } },
    ]);
  });
});
