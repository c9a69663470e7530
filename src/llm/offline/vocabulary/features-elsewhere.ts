/** label | words of German, Spanish, French, Portuguese and Chinese that English lacks. */
export const wordsElsewhere = `
auth-any | anmeld*, anmelden, einloggen, registrier*, benutzerkonto*, benutzerkonten, konto, konten, nutzerkonten, inicio de sesión, iniciar sesión, inician sesión, inicia sesión, registro de usuarios, registro y login, autenticación, cuentas, cuentas de usuario, authentification, se connecter, connexion, inscription, comptes utilisateurs, comptes, autenticação, contas, entrar com, 登录, 登陆, 注册, 用户认证, 账号, 账户, 身份认证
auth-password | passwort*, passwörter, kennwort*, contraseña*, mot de passe, mots de passe, senha, senhas, 密码, 账号密码, 用户名密码
auth-session | sitzung*, sitzungscookie*, sesiones con cookies, sessions par cookies, 会话
auth-oauth | anmeldung über google, mit google anmelden, google anmeldung, iniciar sesión con google, login con google, connexion google, connexion avec google, se connecter avec google, 第三方登录, 微信登录, 谷歌登录, 单点登录, 微信授权
auth-api-key | api schlüssel*, schlüssel für skripte, clave* de api, claves api, clé* api, clés d'api, chave* de api, 接口密钥, api密钥, 密钥认证
auth-2fa | zwei faktor*, zweifaktor*, doble factor, dos factores, double authentification, deux facteurs, dois fatores, 双因素, 两步验证, 二次验证
auth-magic-link | anmeldelink*, link per mail zum anmelden, passwortlos*, enlace mágico, enlaces mágicos, sin contraseña por correo, lien magique, liens magiques, sans mot de passe, 魔法链接, 免密登录
password-reset | passwort vergessen, passwort zurücksetzen, zurücksetzen des passworts, restablecer contraseña, recuperar contraseña, recuperación de contraseña, mot de passe oublié, réinitialis*, redefinir senha, 重置密码, 找回密码, 忘记密码
rbac | rolle, rollen, rechte, berechtigung*, verwalter, administratoren, nur admins, roles y permisos, permisos, administrador*, administrateur*, droits d'accès, rôles, rôle, papéis, permissões, 角色, 权限, 管理员, 三种角色, 审批, 审核
multi-tenancy | mandant*, mandantenfähig*, multi inquilino, multiempresa, cada empresa, multi locataire, chaque entreprise, 多租户, 租户
crud | verwalten, verwaltung, verwaltet, gestionar, gestión de, gérer, gestion des, gestion de, gerenciar, cadastro de, 增删改查, 管理系统
seed-data | testdaten, beispieldaten, datos de prueba, datos de ejemplo, données de test, dados de teste, 测试数据, 初始数据, 示例数据
migrations | migrationen, migraciones, migração, migrações, 数据库迁移, 迁移
metrics-prometheus | metriken, métricas, métriques, 监控指标, 指标, 监控
tracing-otel | nachverfolgung verteilter, verteilte traces, trazas, traçage, 链路追踪, 分布式追踪
http-client | externe api, externer dienst, externe schnittstelle, fremde api, wetterdienst, aktuelles wetter, wechselkurse, api externa, servicio externo, servicios externos, api de terceros, api externe, service externe, services externes, serviço externo, 第三方接口, 第三方api, 外部接口, 外部api, 调用外部, 爬虫, 抓取, 对接
websocket | echtzeit, in echtzeit, tiempo real, en tiempo real, temps réel, en temps réel, tempo real, 实时, 即时通讯, 长连接
sse | server gesendete ereignisse, eventos enviados por el servidor, 流式输出, 流式返回, 服务器推送事件
chat | nachrichten zwischen, chatten, mensajería, mensajes entre, messagerie, mensagens entre, 聊天, 私信, 即时消息, 群聊
notifications | benachrichtig*, notificacion*, avisos, notificação, notificações, notifications aux, 通知, 提醒, aviso, erinnerung*, recordatorio*, rappel, rappels
job-queue | warteschlange*, hintergrundaufgabe*, im hintergrund, hintergrundjob*, cola de tareas, cola de trabajos, en segundo plano, tâches de fond, arrière plan, file d'attente, em segundo plano, filas, 队列, 后台任务, 异步任务, 消息队列
scheduler-cron | stündlich*, täglich*, wöchentlich*, monatlich*, jede nacht, jeden tag, jede stunde, jeden morgen, zeitgesteuert*, geplante aufgaben, cada hora, cada día, cada noche, cada semana, diariamente, tareas programadas, cada mañana, toutes les heures, tous les jours, chaque jour, chaque nuit, chaque semaine, tâches planifiées, todos os dias, a cada hora, 定时, 每天, 每小时, 每日, 每周, 每月, 每晚, 计划任务
email | e mails, per mail, eine mail, bestätigungsmail*, mailversand, correo, correos, por correo, correo electrónico, courriel*, par mail, e mail de confirmation, envoi d'e mails, por e mail, enviar e mail, 邮件, 邮箱验证, 发邮件, 邮件通知, rundmail*, rundschreiben, newsletter per mail, aviso por correo
sms | sms code, código por sms, code par sms, mensaje de texto, 短信, 验证码, 手机验证码
push-notifications | push benachrichtig*, notificaciones push, notifications push, notificações push, 推送通知, 消息推送, 推送消息
deploy-docker | 容器化
gateway | api tor, pasarela de api, puerta de enlace, passerelle, 网关, api网关
service-client | mehrere dienste, microservicios, microserviços, plusieurs services, 微服务, 多个服务
event-sourcing | ereignisquelle*, 事件溯源
webhooks-out | webhooks ausgehend, webhooks salientes, webhooks sortants, 回调通知, 推送到客户回调
webhooks-in | eingehende webhooks, webhooks entrantes, webhooks entrants, 接收回调, 接收webhook, 支付回调
cache-memory | zwischenspeich*, im speicher, caché, en memoria, mise en cache, en mémoire, 缓存, 内存缓存
file-upload | hochlad*, hochgeladen*, dateien, dateiupload*, anhänge, subir archivos, subida de archivos, subir fotos, suben fotos, adjuntos, archivos adjuntos, téléverse*, télécharger des fichiers, envoi de fichiers, pièces jointes, upload de arquivos, enviar fotos, 上传, 文件上传, 图片上传, 附件
object-storage-s3 | objektspeicher*, almacenamiento de objetos, stockage objet, armazenamento de objetos, 对象存储, 阿里云oss, 到oss, 用oss, 存oss
image-processing | bildverarbeitung, vorschaubild*, verkleinert*, bilder verkleinern, redimension*, miniaturas, miniatures, vignettes, 缩略图, 图片压缩, 图片处理, 水印
html-views | html seiten, weboberfläche*, páginas html, interfaz web, pages html, interface web, 网页界面, 服务端渲染
static-files | statische dateien, archivos estáticos, fichiers statiques, 静态文件
i18n | mehrsprachig*, zweisprachig*, varios idiomas, multiidioma, multilingüe, plusieurs langues, multilingue*, vários idiomas, 多语言, 国际化, 中英文
payments-stripe | zahlung*, bezahl*, kreditkarte*, kartenzahlung*, pago con tarjeta, pagos con tarjeta, pagos en línea, pagos online, pagos, pasarela de pago, paiement*, carte bancaire, pagamento*, cartão, 支付, 在线支付, 微信支付, 支付宝, 信用卡
subscriptions-billing | abonnement*, abos, monatliche abrechnung, suscripción mensual, suscripciones de pago, planes de pago, facturación recurrente, abonnements payants, abonnement mensuel, assinatura*, planos pagos, 订阅付费, 会员订阅, 包月, 续费
invoices-pdf | rechnung als pdf, rechnungen als pdf, factura en pdf, facturas en pdf, facture pdf, factures en pdf, fatura em pdf, 生成pdf, 导出pdf
ai-llm | ki, künstliche intelligenz, sprachmodell*, inteligencia artificial, ia, intelligence artificielle, modèle de langage, inteligência artificial, 大模型, 人工智能, 语言模型, 智能问答
ai-embeddings-vector-search | vektorsuche, vektordatenbank, semantische suche, búsqueda semántica, búsqueda vectorial, recherche sémantique, recherche vectorielle, busca semântica, 向量, 向量数据库, 语义搜索, 知识库问答
full-text-search | suche, volltextsuche, suchen, durchsuchbar*, búsqueda, buscar, buscador, recherche, rechercher, recherche plein texte, plein texte, busca, pesquisa, 搜索, 全文检索, 全文搜索, 检索
geo-postgis | umkreis*, in der nähe, entfernung, standort*, cercanos, cerca de, cercana, distancia, proximité, à proximité, géolocalis*, proximidade, perto de, 附近, 地理位置, 距离, 经纬度, 定位
pagination-filter-sort | blättern, seitenweise, filterbar*, sortierbar*, filtern, sortieren, paginación, paginado, filtros, filtrar, ordenar, filtres, filtrer, trier, paginação, 分页, 筛选, 排序, 过滤
soft-delete | papierkorb, weiches löschen, gelöschte wiederherstellen, borrado lógico, papelera, suppression logique, corbeille, exclusão lógica, 软删除, 逻辑删除, 回收站
audit-log | änderungsprotokoll*, protokollier*, revisionssicher*, registro de auditoría, auditoría, historial de cambios, journal d'audit, historique des modifications, auditoria, 审计日志, 操作日志, 审计, 操作记录
idempotency | idempoten*, 幂等
csv-import-export | csv import, csv export, als csv, exportar a csv, exportar, importar, 导出, 导入, excel导出
admin-panel | adminbereich*, verwaltungsoberfläche*, panel de administración, panel administrativo, panneau d'administration, tableau de bord administrateur, painel administrativo, painel de administração, 后台管理, 管理后台, 管理面板
analytics-events | statistik*, auswertung*, auswertungen, estadística*, informes, reportes, statistique*, rapports, estatística*, relatórios, 统计, 数据分析, 报表, 埋点
url-shortener-style-redirects | kurzlink*, url kürzer, weiterleitung*, acortador*, enlaces cortos, redirección, raccourcisseur*, liens courts, redirection*, encurtador*, 短链接, 短链, 重定向
gdpr-export-delete | dsgvo, recht auf löschung, datenauskunft, rgpd, derecho al olvido, droit à l'oubli, lgpd, 数据导出与删除, 注销账号, 删除个人数据
bot-telegram | 电报机器人
feature-flags | funktionsschalter, 功能开关, 灰度发布
secrets | geheimnisverwaltung, gestor de secretos, 密钥管理
circuit-breaker | 熔断, 熔断器
load-test | lasttest*, pruebas de carga, tests de charge, teste de carga, 压测, 压力测试
`;
