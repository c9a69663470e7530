/** Entity flags | English | Russian | fields | belongs to | many to many. `@`: of a person; `+`: yet read by all; `~`: a person. */
export const commerceNouns = `
Product | product, good, product catalogue, product catalog, catalogue item | товар, продукт, каталог товаров, товарами, товаров | name description:text? price:money stock:integer=0 | Category Brand Supplier |
Category | category, product category | категория, категории, категорий | name! description:text? | |
Brand | brand | бренд | name! website:url? | |
Order@ | order, purchase, purchase history, purchase order | заказ, покупка, заказы, покупки, покупок | status:enum(pending,paid,shipped,delivered,cancelled)^=pending total:money?^ note:text? | |
OrderItem@ | order item, order line, order position, line item | позиция заказа, строка заказа, позиции заказа | quantity:integer=1 unitPrice:money?^ | Order Product |
Cart@ | cart, shopping cart, basket, shopping basket | корзина, корзины, корзину | note:text? | |
CartItem@ | cart item | позиция корзины, товар в корзине | quantity:integer=1 | Cart Product |
Coupon | coupon, promo code, discount code, voucher | купон, промокод | code! percent:integer expiresAt:datetime? active:boolean=true | |
Review@+ | review, testimonial, product review | отзыв, отзывы, рецензия | rating:integer body:text | Product Course Book Movie Restaurant Hotel Place |
Rating@+ | rating, star rating | рейтинг | score:integer | Product Movie Recipe |
Wishlist@ | wishlist, wish list | список желаний, вишлист | name | | Product
Favorite@ | favourite, favorite, bookmark | избранное, закладка | note:string? | Product Recipe Article Listing |
Supplier | supplier, vendor company | поставщик, поставщики | name email:email? phone:string? | |
Warehouse | warehouse, depot | склад, склады | name address | |
StockMovement | stock movement, inventory movement | движение товара, складская операция | quantity:integer kind:enum(incoming,outgoing) occurredAt:datetime | Product Warehouse |
InventoryItem | inventory item | единица инвентаря, инвентарь | name quantity:integer=0 | Warehouse |
Shipment | shipment, parcel, package, cargo, freight, consignment | доставка, посылка, груз, отправление, грузоперевозка, перевозка, грузов | trackingNumber! status:enum(created,in_transit,delivered)^=created address | Order Driver Vehicle |
Delivery@ | delivery | доставка еды | address status:enum(new,on_the_way,delivered)^=new | Order Courier |
Courier | courier, shipper | курьер, курьеры | name phone:string | |
Payment@ | payment, transaction record | платеж, платежи, платежей | amount:money status:enum(pending,succeeded,failed)^=pending paidAt:datetime?^ | Order Invoice |
Invoice@ | invoice, bill, receipt | счет на оплату, инвойс, чек, квитанция | number! amount:money dueDate:date? status:enum(draft,sent,paid)=draft | Customer |
Refund@ | refund | возврат, возврат денег | amount:money reason:text? | Order Payment |
Return@ | return request, product return | возврат товара | reason:text status:enum(requested,accepted,rejected)^=requested | Order |
Store | shop branch, outlet | торговая точка, филиал | name address | |
Seller~ | seller, merchant, vendor | продавец, продавцы | name email:email | |
Customer~ | customer, client, buyer, shopper | покупатель, клиент, покупатели, клиенты, заказчик | name email:email phone:string? | |
Subscription@ | subscription, subscriber, subscribe | подписка, подписки, подписчик | plan status:enum(active,paused,cancelled)^=active startsAt:datetime? | |
Tariff | tariff, pricing plan, price plan | тариф, тарифный план | name price:money | |
Auction@+ | auction, lot | аукцион, лот | title startPrice:money endsAt:datetime | |
Bid@+ | bid | ставка, ставки | amount:money | Auction |
Offer@+ | offer, deal offer | предложение, оффер | price:money status:enum(open,accepted,declined)^=open | Listing Product |
Listing@+ | listing, ad, advert, advertisement, classified, classified ad | объявление, объявления | title description:text price:money active:boolean=true | Category |
Gift | gift card, gift | подарок, подарочная карта | code! amount:money | |
Dish | dish, meal, menu item, food item | блюдо, блюда, блюд | name description:text? price:money available:boolean=true | Menu Restaurant |
Menu | menu | меню | name | Restaurant |
Restaurant | restaurant, cafe, diner | ресторан, кафе | name address | |
Table | restaurant table, dining table | столик, столики, столиков | number:integer! seats:integer | Restaurant |
Ingredient | ingredient | ингредиент, ингредиенты | name! unit:string? | | Recipe
Recipe@+ | recipe | рецепт, рецепты | title description:text? steps:text | |
Trade | trade | сделка на бирже, трейд | price:money quantity:integer tradedAt:datetime | Token |
Token | nft, nft token, nft tokens | nft токен | name! image:url? | Collection |
Collection | collection | коллекция, коллекции | name description:text? | |
`;
