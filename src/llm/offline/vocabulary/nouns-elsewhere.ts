/** Entity | German, Spanish, French, Portuguese and Chinese words for it, without those that English has. */
export const nounsElsewhere = `
Product | produkt, produkte, produkten, artikelstamm, waren, producto, productos, produit, produits, produto, produtos, 商品, 产品
Category | kategorie, kategorien, categoría, categorías, catégorie, catégories, categoria, categorias, 分类, 类别
Order | bestellung*, auftrag, aufträge, pedido, pedidos, compra, compras, commande, commandes, 订单
Customer | kunde, kunden, cliente, clientes, 客户, 顾客
Cart | warenkorb, carrito, panier, carrinho, 购物车
Review | bewertung*, reseña, reseñas, avaliação, avaliações, 评价, 评论评分
Invoice | rechnung, rechnungen, factura, facturas, facture, factures, fatura, faturas, 发票, 账单
Payment | pago, pagos, paiement, paiements, 付款记录
Supplier | lieferant, lieferanten, proveedor, proveedores, fournisseur, fournisseurs, fornecedor, fornecedores, 供应商
Warehouse | almacén, almacenes, entrepôt, entrepôts, 仓库
Booking | buchung*, reservierung*, reserva, reservas, réservation, réservations, 预订, 预约, 预定
Room | zimmer, raum, räume, habitación, habitaciones, chambre, chambres, salle, salles, 房间, 客房
Hotel | hoteles, hôtel, hôtels, 酒店
Table | tisch, tische, mesas, 餐桌, 桌位
Dish | gericht, gerichte, platos, platillos, plats, prato, pratos, 菜品, 菜单
Menu | speisekarte, menú, carte du restaurant, cardápio
Restaurant | restaurante, restaurantes, 餐厅, 商家
Appointment | termin, termine, terminen, cita, citas, rendez vous, consulta médica, 挂号, 就诊
Patient | patienten, paciente, pacientes, 患者, 病人
Doctor | arzt, ärzte, médico, médicos, médecin, médecins, 医生
Pet | haustier, haustiere, mascota, mascotas, animaux de compagnie, 宠物
Course | kurse, kursen, lehrgang, curso, cursos, cours en ligne, 课程
Lesson | lektion, lektionen, unterricht, lección, lecciones, leçon, leçons, aula, aulas, 课时
Student | schüler, studenten, studierende, estudiante, estudiantes, alumno, alumnos, élève, élèves, étudiant, étudiants, aluno, alunos, 学生
Teacher | lehrer, lehrerin, lehrkraft, profesor, profesores, enseignant, enseignants, professeur, professeurs, professores, 老师, 教师
Grade | noten, calificación, calificaciones, notas de alumnos, 成绩
Exam | prüfung, prüfungen, examen, exámenes, prova, provas, 考试
Question | frage, fragen, pregunta, preguntas, perguntas, 题目, 问题
Poll | umfrage, umfragen, encuesta, encuestas, sondage, sondages, enquete, 问卷, 投票, 调查问卷
Vote | stimme, stimmen, voto, votos, 选票
Book | buch, bücher, libro, libros, livre, livres, livro, livros, 图书, 书籍, 书
Author | autoren, autores, auteur, auteurs, 作者
Loan | ausleihe, ausleihen, préstamo, préstamos, emprunt, emprunts, empréstimo, empréstimos, 借阅, 借书
Article | beitrag, beiträge, artículo, artículos, 文章
Post | publicación, publicaciones, publicação, postagens, 帖子, 动态
Comment | kommentar, kommentare, comentario, comentarios, commentaire, commentaires, comentário, comentários, 评论
News | nachrichtenbeitrag, noticia, noticias, actualités, notícias, 新闻
Tag | schlagwort, schlagwörter, etiqueta, etiquetas, étiquette, étiquettes, 标签
Note | notiz, notizen, apuntes, 笔记, 便签
Document | dokument, dokumente, documento, documentos, 文档
Photo | fotos, bilder, foto, imágenes, 照片, 图片
Video | vídeo, vídeos, vidéo, vidéos, 视频
Song | lieder, canción, canciones, chanson, chansons, música, músicas, 歌曲
Movie | película, películas, 电影
Event | veranstaltung*, evento, eventos, événement, événements, 活动
Venue | veranstaltungsort*, recinto, lieu, lieux, 场地
Ticket | tickets, eintrittskarte*, boleto, boletos, entrada de concierto, billet, billets, ingresso, ingressos, 门票, 工单
Message | nachricht, nachrichten, mensaje, mensajes, mensagem, mensagens, 消息, 留言
Task | aufgabe, aufgaben, tarea, tareas, tâche, tâches, tarefa, tarefas, 任务, 待办
Project | projekt, projekte, projekten, proyecto, proyectos, projet, projets, projeto, projetos, 项目
Employee | mitarbeiter*, angestellte, empleado, empleados, employé, employés, funcionário, funcionários, 员工
Department | abteilung*, departamento, departamentos, département, départements, 部门
LeaveRequest | urlaubsantrag, urlaubsanträge, solicitud de vacaciones, demande de congé, demandes de congé, 请假, 请假申请
Company | firma, firmen, unternehmen, empresa, empresas, entreprise, entreprises, 公司, 企业
Contact | kontakt, kontakte, contacto, contactos, contato, contatos, 联系人
Vacancy | stellenangebot*, stellenanzeige*, oferta de empleo, ofertas de empleo, offre d'emploi, offres d'emploi, vaga, vagas, 职位, 招聘
Application | bewerbung*, candidatura, candidaturas, candidature, candidatures, 应聘
Property | immobilie*, immobilien*, propiedad, propiedades, inmueble, inmuebles, inmobiliaria, bien immobilier, biens immobiliers, immobilier, imóvel, imóveis, 房源, 房产
Apartment | wohnung*, departamento en alquiler, appartement, appartements, apartamento, apartamentos, 公寓
Tenant | mieter, inquilino, inquilinos, locataire, locataires, 租客
Vehicle | fahrzeug*, vehículo, vehículos, véhicule, véhicules, veículo, veículos, 车辆
Car | wagen, coche, coches, voiture, voitures, carro, carros, 汽车
Driver | fahrer, conductores, chauffeur, chauffeurs, motorista, motoristas, 司机
Ride | fahrt, fahrten, viaje, viajes, trajet, trajets, viagem, viagens, 行程
Delivery | lieferung*, entrega, entregas, livraison, livraisons, 配送, 外卖
Courier | kurier, kuriere, repartidor, repartidores, livreur, livreurs, entregador, entregadores, 骑手, 快递员
Shipment | sendung, sendungen, envío, envíos, colis, envio, envios, 包裹, 物流
Rental | verleih, vermietung*, alquiler, alquileres, location de, aluguel, 租赁
Device | gerät, geräte, dispositivo, dispositivos, appareil, appareils, 设备
Sensor | sensoren, sensores, capteur, capteurs, 传感器
Measurement | messwert, messwerte, messung, messungen, medición, mediciones, mesure, mesures, medição, medições, 测量, 读数
Expense | ausgabe, ausgaben, gasto, gastos, dépense, dépenses, despesa, despesas, 支出, 开销, 记账
Income | einnahme, einnahmen, ingreso, ingresos, revenu, revenus, receita, receitas, 收入
Budget | presupuesto, presupuestos, orçamento, orçamentos, 预算
Transaction | transaktion*, transacción, transacciones, transação, transações, 交易
Recipe | rezept, rezepte, receta, recetas, recette, recettes, 食谱, 菜谱
Team | mannschaft*, equipo, equipos, équipe, équipes, equipe, equipes, 团队, 球队
Match | spiel, spiele, partido, partidos, partida, partidas, 比赛
Player | spieler, jugador, jugadores, joueur, joueurs, jogador, jogadores, 玩家
Tournament | turnier*, torneo, torneos, tournoi, tournois, torneio, torneios, 锦标赛
Member | mitglied*, miembro, miembros, socio, socios, membre, membres, membro, membros, 会员, 成员
Subscription | abo, abonnieren, abonnements, suscripción, suscripciones, assinaturas, 订阅
InventoryItem | inventar, inventario, inventaire, estoque, 库存
`;
