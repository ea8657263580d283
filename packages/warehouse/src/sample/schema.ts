/** Money is kept in halalas while the sample is made, and stored as DECIMAL(12,2) in riyals. */
export type SampleType = 'INTEGER' | 'VARCHAR' | 'DATE' | 'BOOLEAN' | 'MONEY';

export interface SampleColumn {
  readonly name: string;
  readonly type: SampleType;
  readonly nullable: boolean;
  readonly comment: string;
}

export interface SampleTable {
  readonly name: string;
  readonly comment: string;
  readonly columns: readonly SampleColumn[];
  /** Keys, as SQL. */
  readonly constraints: readonly string[];
}

/** In the order in which they must be filled. */
export const SAMPLE_TABLES: readonly SampleTable[] = [
  table('regions', 'Regions that the branches belong to', ['PRIMARY KEY (region_id)'], {
    region_id: ['INTEGER', 'Number of the region'],
    name: ['VARCHAR', 'Name of the region in English'],
    name_ar: ['VARCHAR', 'Name of the region in Arabic'],
  }),
  table(
    'branches',
    'Shops of the company, with their city and region',
    ['PRIMARY KEY (branch_id)', 'FOREIGN KEY (region_id) REFERENCES regions (region_id)'],
    {
      branch_id: ['INTEGER', 'Number of the branch'],
      name: ['VARCHAR', 'Name of the branch in English'],
      name_ar: ['VARCHAR', 'Name of the branch in Arabic'],
      city: ['VARCHAR', 'City of the branch in English'],
      city_ar: ['VARCHAR', 'City of the branch in Arabic'],
      region_id: ['INTEGER', 'Region the branch belongs to'],
      opened_on: ['DATE', 'Day the branch opened'],
      closed_on: ['DATE?', 'Day the branch closed for good; empty while it is open'],
      floor_area: ['INTEGER', 'Size of the branch in square metres'],
    },
  ),
  table(
    'employees',
    'People who work for the company',
    [
      'PRIMARY KEY (employee_id)',
      'FOREIGN KEY (branch_id) REFERENCES branches (branch_id)',
      'FOREIGN KEY (manager_id) REFERENCES employees (employee_id)',
    ],
    {
      employee_id: ['INTEGER', 'Number of the employee'],
      full_name: ['VARCHAR', 'Name of the employee in English'],
      full_name_ar: ['VARCHAR', 'Name of the employee in Arabic'],
      job_title: ['VARCHAR', 'Job of the employee'],
      branch_id: ['INTEGER?', 'Branch the employee works in; empty at the head office'],
      manager_id: ['INTEGER?', 'Employee this one reports to; empty for the chief executive'],
      hired_on: ['DATE', 'First working day'],
      monthly_salary: ['MONEY', 'Salary per month in SAR'],
    },
  ),
  table('customers', 'Members of the loyalty programme: private people and companies', ['PRIMARY KEY (customer_id)'], {
    customer_id: ['INTEGER', 'Number of the customer'],
    full_name: ['VARCHAR', 'Name of the customer in English'],
    full_name_ar: ['VARCHAR', 'Name of the customer in Arabic'],
    segment: ['VARCHAR', 'Individual, Small business or Corporate'],
    loyalty_tier: ['VARCHAR', 'Bronze, Silver, Gold or Platinum'],
    home_city: ['VARCHAR', 'City the customer lives in'],
    email: ['VARCHAR', 'E-mail address of the customer'],
    signed_up_on: ['DATE', 'Day the customer signed up'],
  }),
  table('product_categories', 'Families of products', ['PRIMARY KEY (category_id)'], {
    category_id: ['INTEGER', 'Number of the category'],
    name: ['VARCHAR', 'Name of the category in English'],
    name_ar: ['VARCHAR', 'Name of the category in Arabic'],
    department: ['VARCHAR', 'Department the category belongs to'],
  }),
  table('suppliers', 'Companies that deliver the products', ['PRIMARY KEY (supplier_id)'], {
    supplier_id: ['INTEGER', 'Number of the supplier'],
    name: ['VARCHAR', 'Name of the supplier in English'],
    name_ar: ['VARCHAR', 'Name of the supplier in Arabic'],
    country: ['VARCHAR', 'Country of the supplier'],
  }),
  table(
    'products',
    'Everything that is sold',
    [
      'PRIMARY KEY (product_id)',
      'FOREIGN KEY (category_id) REFERENCES product_categories (category_id)',
      'FOREIGN KEY (supplier_id) REFERENCES suppliers (supplier_id)',
    ],
    {
      product_id: ['INTEGER', 'Number of the product'],
      sku: ['VARCHAR', 'Stock keeping unit: the code on the label'],
      name: ['VARCHAR', 'Name of the product in English'],
      name_ar: ['VARCHAR', 'Name of the product in Arabic'],
      category_id: ['INTEGER', 'Category of the product'],
      supplier_id: ['INTEGER', 'Supplier of the product'],
      list_price: ['MONEY', 'Price on the label in SAR, without VAT'],
      unit_cost: ['MONEY', 'What one piece costs the company in SAR'],
      launched_on: ['DATE', 'First day of sale'],
    },
  ),
  table(
    'orders',
    'One row per purchase, in a branch or from afar',
    [
      'PRIMARY KEY (order_id)',
      'FOREIGN KEY (customer_id) REFERENCES customers (customer_id)',
      'FOREIGN KEY (branch_id) REFERENCES branches (branch_id)',
      'FOREIGN KEY (employee_id) REFERENCES employees (employee_id)',
    ],
    {
      order_id: ['INTEGER', 'Number of the order'],
      order_date: ['DATE', 'Day of the purchase'],
      customer_id: ['INTEGER', 'Customer who bought'],
      branch_id: ['INTEGER', 'Branch that sold or delivered'],
      employee_id: ['INTEGER?', 'Employee who sold; empty for online and app orders'],
      channel: ['VARCHAR', 'Store, Online, App or Phone'],
      status: ['VARCHAR', 'Completed, Processing or Cancelled'],
      payment_method: ['VARCHAR', 'Debit card, Credit card, Cash, Mobile wallet or Instalments'],
    },
  ),
  table(
    'order_lines',
    'One row per product of an order, with its money',
    [
      'PRIMARY KEY (order_line_id)',
      'FOREIGN KEY (order_id) REFERENCES orders (order_id)',
      'FOREIGN KEY (product_id) REFERENCES products (product_id)',
    ],
    {
      order_line_id: ['INTEGER', 'Number of the order line'],
      order_id: ['INTEGER', 'Order the line belongs to'],
      product_id: ['INTEGER', 'Product that was bought'],
      quantity: ['INTEGER', 'Pieces bought'],
      unit_price: ['MONEY', 'Price of one piece in SAR, without VAT, before discount'],
      discount_amount: ['MONEY', 'Discount on the line in SAR'],
      net_amount: ['MONEY', 'Quantity times price less discount, in SAR without VAT'],
      vat_amount: ['MONEY', 'Value added tax of 15 % in SAR'],
      cost_amount: ['MONEY', 'What the pieces cost the company in SAR'],
      returned_quantity: ['INTEGER', 'Pieces that came back later'],
      refund_amount: ['MONEY', 'Part of the net amount paid back for them, in SAR'],
      is_cancelled: ['BOOLEAN', 'Whether the order was cancelled; such lines do not count'],
    },
  ),
  table(
    'returns',
    'Pieces that customers brought back',
    ['PRIMARY KEY (return_id)', 'FOREIGN KEY (order_line_id) REFERENCES order_lines (order_line_id)'],
    {
      return_id: ['INTEGER', 'Number of the return'],
      order_line_id: ['INTEGER', 'Order line that was returned'],
      returned_on: ['DATE', 'Day of the return'],
      quantity: ['INTEGER', 'Pieces returned'],
      refund_amount: ['MONEY', 'Amount paid back in SAR, without VAT'],
      reason: ['VARCHAR', 'Why it came back: Damaged, Wrong size, Changed mind, Wrong item or Not as described'],
    },
  ),
  table(
    'sales_targets',
    'Monthly target of each branch, beside what it came to',
    ['PRIMARY KEY (branch_id, month)', 'FOREIGN KEY (branch_id) REFERENCES branches (branch_id)'],
    {
      branch_id: ['INTEGER', 'Branch the target is for'],
      month: ['DATE', 'First day of the month'],
      target_amount: ['MONEY', 'What the branch was to come to in the month, in SAR'],
      achieved_amount: ['MONEY', 'What the branch came to in the month, in SAR'],
    },
  ),
];

function table(
  name: string,
  comment: string,
  constraints: readonly string[],
  columns: Readonly<Record<string, readonly [type: SampleType | `${SampleType}?`, comment: string]>>,
): SampleTable {
  return {
    name,
    comment,
    constraints,
    columns: Object.entries(columns).map(([columnName, [type, columnComment]]) => ({
      name: columnName,
      ...typeAndNull(type),
      comment: columnComment,
    })),
  };
}

function typeAndNull(type: SampleType | `${SampleType}?`): { type: SampleType; nullable: boolean } {
  switch (type) {
    case 'INTEGER?':
      return { type: 'INTEGER', nullable: true };
    case 'VARCHAR?':
      return { type: 'VARCHAR', nullable: true };
    case 'DATE?':
      return { type: 'DATE', nullable: true };
    case 'BOOLEAN?':
      return { type: 'BOOLEAN', nullable: true };
    case 'MONEY?':
      return { type: 'MONEY', nullable: true };
    default:
      return { type, nullable: false };
  }
}

/** CREATE TABLE and COMMENT ON statements of one table. */
export function createStatements({ name, comment, columns, constraints }: SampleTable): string[] {
  const lines = columns.map(
    (column) => `${column.name} ${column.type === 'MONEY' ? 'DECIMAL(12,2)' : column.type}${column.nullable ? '' : ' NOT NULL'}`,
  );
  return [
    `CREATE TABLE ${name} (${[...lines, ...constraints].join(', ')})`,
    `COMMENT ON TABLE ${name} IS '${comment}'`,
    ...columns.map((column) => `COMMENT ON COLUMN ${name}.${column.name} IS '${column.comment}'`),
  ];
}
