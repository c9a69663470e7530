import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';

const noNul = /^[^\0]*$/;

export class ListQuery {
  @ApiPropertyOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit = 20;
  @ApiPropertyOptional()
  @IsIn(['createdAt', '-createdAt'])
  sort = '-createdAt';
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  cursor?: string;
  @ApiPropertyOptional()
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  priceAmountFrom?: number;
  @ApiPropertyOptional()
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  priceAmountTo?: number;
  @ApiPropertyOptional()
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  stockFrom?: number;
  @ApiPropertyOptional()
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  stockTo?: number;
  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  categoryId?: string;
  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  brandId?: string;
}

export class CreateProduct {
  @ApiProperty()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  @Matches(noNul)
  name!: string;
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  @Matches(noNul)
  description?: string | null;
  @ApiProperty()
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  priceAmount!: number;
  @ApiProperty()
  @Matches(/^[A-Z]{3}$/)
  priceCurrency!: string;
  @ApiPropertyOptional()
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  stock?: number;
  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  categoryId?: string | null;
  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  brandId?: string | null;
}
