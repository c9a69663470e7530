import { Body, Controller, Get, Post, Query, Res, UseGuards } from '@nestjs/common';
import { createProduct, listProducts, pool } from '../shared/database.ts';
import { AdminGuard } from './admin.guard.ts';
import { CreateProduct, ListQuery } from './products.dto.ts';

interface Reply {
  header(name: string, value: string): unknown;
}

@Controller()
export class ProductsController {
  @Get('health/ready')
  async ready() {
    await pool.query('select 1');
    return { status: 'ready' };
  }

  @Get('products')
  list(@Query() query: ListQuery) {
    return listProducts(query.limit);
  }

  @Post('products')
  @UseGuards(AdminGuard)
  async create(@Body() body: CreateProduct, @Res({ passthrough: true }) reply: Reply) {
    const product = await createProduct(body);
    reply.header('location', `/products/${product.id}`);
    reply.header('etag', `"${product.version}"`);
    return product;
  }
}
